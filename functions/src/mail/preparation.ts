import type { MailFares } from '@tenantry/model/documents/people';
import type { Mail, MailData, MailKind } from '@tenantry/model/mails';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';
import type { MailRequest } from '../platform/outbox.ts';

/** What a kind of mail needs when it is sent, beside what was written down when it was asked for. */
export type Preparation<Kind extends MailKind> = {
  /** A link that holds a secret: the outbox never has it. */
  readonly secretLink?: (data: MailData<Kind>) => string;
  /** Whether the mail still speaks of what is; read in the transaction that claims it. */
  readonly stillWanted?: (tx: TenantTransaction, data: MailData<Kind>, now: Date) => Promise<boolean>;
  /**
   * Further mails that follow from this one, read and written in the transaction that claims it, so once: who asks for a
   * mail need not know how many it makes.
   */
  readonly followedBy?: (tx: TenantTransaction, data: MailData<Kind>) => Promise<readonly MailRequest[]>;
  /** Reads what is to show how the mail fares, and answers the write that says so. */
  readonly noted?: (tx: TenantTransaction, data: MailData<Kind>, fares: MailFares, now: Date) => Promise<() => void>;
};

/** Kinds that are not named need nothing. */
export type Preparations = { readonly [Kind in MailKind]?: Preparation<Kind> };

/** What there is to be done for one mail, its data filled in. */
export type Prepared = {
  readonly secretLink: string;
  readonly stillWanted: (tx: TenantTransaction, now: Date) => Promise<boolean>;
  readonly followedBy: (tx: TenantTransaction) => Promise<readonly MailRequest[]>;
  readonly noted: (tx: TenantTransaction, fares: MailFares, now: Date) => Promise<() => void>;
};

type MailOf<Kind extends MailKind> = { readonly kind: Kind; readonly data: MailData<Kind> };

/** The preparation of one mail. */
export function prepare(preparations: Preparations, mail: Mail): Prepared {
  return prepareAs(preparations, mail);
}

function prepareAs<Kind extends MailKind>(preparations: Preparations, { kind, data }: MailOf<Kind>): Prepared {
  const its: Preparation<Kind> = preparations[kind] ?? {};
  return {
    secretLink: its.secretLink?.(data) ?? '',
    stillWanted: async (tx, now) => (await its.stillWanted?.(tx, data, now)) ?? true,
    followedBy: async (tx) => (await its.followedBy?.(tx, data)) ?? [],
    noted: async (tx, fares, now) => (await its.noted?.(tx, data, fares, now)) ?? (() => undefined),
  };
}
