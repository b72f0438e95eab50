import { MailCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type MailTrouble, mailTroubles } from '@tenantry/model/operations/mails';
import { m } from '../../../paraglide/messages.js';
import { navigate, withSearch } from '../../../shared/navigation/address.ts';
import { useAddress } from '../../../shared/navigation/use-address.ts';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { cn } from '../../../shared/ui/cn.ts';
import { FilterTabs } from '../../../shared/ui/data/filter-tabs.tsx';
import { ListState, StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { ConfirmDialog } from '../../../shared/ui/overlays/confirm-dialog.tsx';
import { toastDone } from '../../../shared/ui/overlays/toast-store.ts';
import { mailKindText } from './mail-words.ts';
import { MailsTable } from './mails-table.tsx';
import { resend, type TroubledMail, useMails } from './use-mails.ts';

const words = {
  unknown: { name: m.mails_unknown, text: m.mails_unknown_text, none: m.mails_unknown_none },
  failed: { name: m.mails_failed, text: m.mails_failed_text, none: m.mails_failed_none },
} satisfies Record<MailTrouble, Record<string, () => string>>;

/** Mails of every business that need a hand: in doubt, or refused for good. */
export function MailsPage({ denied }: { readonly denied: ReactNode }) {
  const address = useAddress();
  const trouble = mailTroubles.find((each) => each === address.search.get('trouble')) ?? 'unknown';
  const { live, waiting } = useMails(trouble);
  const [asked, setAsked] = useState<TroubledMail>();
  const { text, none } = words[trouble];
  if (live.state === 'denied') return denied;
  return (
    <>
      <PageHeader title={m.mails_title()} lead={m.mails_lead()} />
      <div className="mb-4">
        <FilterTabs
          label={m.mails_filter()}
          options={mailTroubles.map((value) => ({ value, label: words[value].name() }))}
          value={trouble}
          onChange={(value) => navigate(withSearch(address, { trouble: value === 'unknown' ? undefined : value }))}
        />
        <p className="mt-2 max-w-prose text-muted">{text()}</p>
      </div>
      <Card className={cn('p-0 transition-opacity md:p-0', waiting && 'opacity-60')} aria-busy={waiting}>
        <ListState live={live} empty={<StatePanel icon={<MailCheck aria-hidden />} title={none()} />}>
          {({ mails, more }) => (
            <>
              <MailsTable mails={mails} onResend={setAsked} />
              {more && <p className="border-t border-line p-4 text-center text-muted">{m.mails_more()}</p>}
            </>
          )}
        </ListState>
      </Card>
      {asked && (
        <ConfirmDialog
          open
          onClose={() => setAsked(undefined)}
          title={m.mails_resend_title({ kind: mailKindText(asked.kind) })}
          lead={asked.trouble === 'unknown' ? m.mails_resend_unknown() : m.mails_resend_failed()}
          action={m.mails_resend()}
          tone="primary"
          onConfirm={async () => {
            await resend(asked);
            toastDone(m.mails_resent());
          }}
        />
      )}
    </>
  );
}
