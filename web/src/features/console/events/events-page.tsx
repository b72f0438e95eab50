import { type EventTrouble, eventTroubles } from '@tenantry/model/operations/stripe-events';
import { CircleCheckBig } from 'lucide-react';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../../shared/api/error-texts.ts';
import { toastDone, toastFailed } from '../../../shared/ui/overlays/toast-store.ts';
import { TroublePage, type TroubleWords } from '../trouble/trouble-page.tsx';
import { useTrouble } from '../trouble/use-trouble.ts';
import { EventsTable } from './events-table.tsx';
import { replay, type TroubledEvent, useEvents } from './use-events.ts';

const words = {
  failed: { name: m.events_failed, text: m.events_failed_text, none: m.events_failed_none },
  unfinished: { name: m.events_unfinished, text: m.events_unfinished_text, none: m.events_unfinished_none },
} satisfies Record<EventTrouble, TroubleWords>;

/** Stripe's events of every business that were not carried out, each with the button that does it. */
export function EventsPage({ denied }: { readonly denied: ReactNode }) {
  const trouble = useTrouble(eventTroubles);
  return (
    <TroublePage
      title={m.events_title()}
      lead={m.events_lead()}
      filter={m.events_filter()}
      troubles={eventTroubles}
      words={words}
      trouble={trouble}
      asked={useEvents(trouble)}
      icon={<CircleCheckBig aria-hidden />}
      more={m.events_more()}
      denied={denied}
    >
      {({ events }) => <EventsTable events={events} onReplay={carryOut} />}
    </TroublePage>
  );
}

/** Nothing is asked first: what was carried out already is found in step. */
async function carryOut(event: TroubledEvent): Promise<void> {
  try {
    const outcome = await replay(event);
    toastDone(outcome === 'ignored' ? m.events_done_ignored() : m.events_done_processed());
  } catch (error) {
    toastFailed(errorText(error));
  }
}
