import type { MailData, MailKind } from '@tenantry/model/mails';
import { inviteLink } from '../members/invitations/invite-secret.ts';
import { tenantDocuments } from '../platform/data/documents.ts';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';

/** What a kind of mail needs when it is sent, beside what was written down when it was asked for. */
type Preparation<Kind extends MailKind> = {
  /** A link that holds a secret: the outbox never has it. */
  readonly secretLink: (data: MailData<Kind>) => string;
  /** Whether the mail still speaks of what is; read in the transaction that claims it. */
  readonly stillWanted: (tx: TenantTransaction, data: MailData<Kind>, now: Date) => Promise<boolean>;
};

type MailOf<Kind extends MailKind> = { readonly kind: Kind; readonly data: MailData<Kind> };

/** Kinds that are not named need neither. */
const preparations: { readonly [Kind in MailKind]?: Preparation<Kind> } = {
  invitation: {
    secretLink: inviteLink,
    async stillWanted(tx, { inviteId, generation }, now) {
      const invite = await tx.get(tenantDocuments.invite(inviteId));
      return (
        invite?.status === 'open' && invite.generation === generation && invite.expiresAt.toMillis() > now.getTime()
      );
    },
  },
};

/** The link with a secret for this mail, or an empty text. */
export function secretLinkOf<Kind extends MailKind>({ kind, data }: MailOf<Kind>): string {
  return preparations[kind]?.secretLink(data) ?? '';
}

/** Whether a mail is still to be sent. */
export async function isStillWanted<Kind extends MailKind>(
  tx: TenantTransaction,
  { kind, data }: MailOf<Kind>,
  now: Date,
): Promise<boolean> {
  return preparations[kind]?.stillWanted(tx, data, now) ?? true;
}
