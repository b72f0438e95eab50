import { m } from '../../../paraglide/messages.js';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Table } from '../../../shared/ui/data/table.tsx';
import { momentText } from '../business-texts.ts';
import { Whose } from '../trouble/whose.tsx';
import { mailKindText } from './mail-words.ts';
import type { TroubledMail } from './use-mails.ts';

type Props = { readonly mails: readonly TroubledMail[]; readonly onResend: (mail: TroubledMail) => void };

/** One line for each mail: what, whose and when, and neither words nor addresses. */
export function MailsTable({ mails, onResend }: Props) {
  return (
    <Table
      caption={m.mails_title()}
      rows={mails}
      rowKey={({ mailId }) => mailId}
      columns={[
        { key: 'kind', label: m.mails_field_kind(), main: true, render: ({ kind }) => mailKindText(kind) },
        {
          key: 'business',
          label: m.mails_field_business(),
          render: ({ slug, tenantId }) => <Whose slug={slug} tenantId={tenantId} nobodys={m.mails_platform()} />,
        },
        {
          key: 'asked',
          label: m.mails_field_asked(),
          wideOnly: true,
          render: ({ askedAt }) => <span className="text-muted">{momentText(askedAt)}</span>,
        },
        {
          key: 'tried',
          label: m.mails_field_tried(),
          render: ({ triedAt }) => (
            <span className="text-muted">{triedAt ? momentText(triedAt) : m.mails_never_tried()}</span>
          ),
        },
        {
          key: 'action',
          label: m.field_actions(),
          align: 'end',
          render: (mail) => (
            <Button
              variant="quiet"
              onClick={() => onResend(mail)}
              aria-label={m.mails_resend_of({
                kind: mailKindText(mail.kind),
                business: mail.slug ?? m.mails_platform(),
              })}
            >
              {m.mails_resend()}
            </Button>
          ),
        },
      ]}
    />
  );
}
