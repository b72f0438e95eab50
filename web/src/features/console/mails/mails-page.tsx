import { type MailTrouble, mailTroubles } from '@tenantry/model/operations/mails';
import { MailCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { ConfirmDialog } from '../../../shared/ui/overlays/confirm-dialog.tsx';
import { toastDone } from '../../../shared/ui/overlays/toast-store.ts';
import { TroublePage, type TroubleWords } from '../trouble/trouble-page.tsx';
import { useTrouble } from '../trouble/use-trouble.ts';
import { mailKindText } from './mail-words.ts';
import { MailsTable } from './mails-table.tsx';
import { resend, type TroubledMail, useMails } from './use-mails.ts';

const words = {
  unknown: { name: m.mails_unknown, text: m.mails_unknown_text, none: m.mails_unknown_none },
  failed: { name: m.mails_failed, text: m.mails_failed_text, none: m.mails_failed_none },
} satisfies Record<MailTrouble, TroubleWords>;

/** Mails of every business that need a hand: in doubt, or refused for good. */
export function MailsPage({ denied }: { readonly denied: ReactNode }) {
  const trouble = useTrouble(mailTroubles);
  const [chosen, setChosen] = useState<TroubledMail>();
  return (
    <>
      <TroublePage
        title={m.mails_title()}
        lead={m.mails_lead()}
        filter={m.mails_filter()}
        troubles={mailTroubles}
        words={words}
        trouble={trouble}
        asked={useMails(trouble)}
        icon={<MailCheck aria-hidden />}
        more={m.mails_more()}
        denied={denied}
      >
        {({ mails }) => <MailsTable mails={mails} onResend={setChosen} />}
      </TroublePage>
      {chosen && (
        <ConfirmDialog
          open
          onClose={() => setChosen(undefined)}
          title={m.mails_resend_title({ kind: mailKindText(chosen.kind) })}
          lead={chosen.trouble === 'unknown' ? m.mails_resend_unknown() : m.mails_resend_failed()}
          action={m.mails_resend()}
          tone="primary"
          onConfirm={async () => {
            await resend(chosen);
            toastDone(m.mails_resent());
          }}
        />
      )}
    </>
  );
}
