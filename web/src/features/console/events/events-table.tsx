import { m } from '../../../paraglide/messages.js';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Table } from '../../../shared/ui/data/table.tsx';
import { momentText } from '../business-texts.ts';
import { Whose } from '../trouble/whose.tsx';
import type { TroubledEvent } from './use-events.ts';

type Props = {
  readonly events: readonly TroubledEvent[];
  readonly onReplay: (event: TroubledEvent) => Promise<void>;
};

/** One line for each event: what and whose, how often it was tried, and what went wrong the last time. */
export function EventsTable({ events, onReplay }: Props) {
  return (
    <Table
      caption={m.events_title()}
      rows={events}
      rowKey={({ eventId }) => eventId}
      columns={[
        { key: 'type', label: m.events_field_type(), main: true, render: ({ type }) => type },
        {
          key: 'business',
          label: m.events_field_business(),
          broad: true,
          render: ({ slug, tenantId }) => <Whose slug={slug} tenantId={tenantId} nobodys={m.events_nobodys()} />,
        },
        {
          key: 'fault',
          label: m.events_field_fault(),
          broad: true,
          render: ({ error }) => <span className="text-muted wrap-anywhere">{error ?? m.events_fault_none()}</span>,
        },
        {
          key: 'received',
          label: m.events_field_received(),
          render: ({ receivedAt }) => <span className="text-muted">{momentText(receivedAt)}</span>,
        },
        {
          key: 'attempts',
          label: m.events_field_attempts(),
          wideOnly: true,
          render: ({ attempts }) => (
            <span className="whitespace-nowrap text-muted">
              {attempts === 1 ? m.events_attempts_once() : m.events_attempts({ count: attempts })}
            </span>
          ),
        },
        {
          key: 'action',
          label: m.field_actions(),
          align: 'end',
          render: (event) => (
            <Button
              variant="quiet"
              onClick={() => onReplay(event)}
              aria-label={m.events_replay_of({ type: event.type, business: event.slug ?? m.events_nobodys() })}
            >
              {m.events_replay()}
            </Button>
          ),
        },
      ]}
    />
  );
}
