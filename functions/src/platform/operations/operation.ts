import type { Access } from '@tenantry/model/access';
import type { MemberDocument } from '@tenantry/model/documents/people';
import type { ApiOperation, ApiOutput, ApiParsed } from '@tenantry/model/operations/api';
import type { Permission } from '@tenantry/model/permissions';
import type { RoleKey } from '@tenantry/model/roles';
import type { StatusGate } from '@tenantry/model/tenant-status';
import type { AuditEntry } from '../audit.ts';
import type { Caller } from './caller.ts';
import type { DailyCount } from './daily-count.ts';
import type { MailRequest } from '../outbox.ts';
import type { TenantTransaction } from '../data/scoped-transaction.ts';

/** What work inside one tenant's transaction is handed. Effects that are asked for happen once, after the commit. */
export type TenantWork = {
  readonly tenantId: string;
  readonly now: Date;
  readonly tx: TenantTransaction;
  /** Access as the transaction read it. */
  readonly access: Access;
  /** Appends to the audit log, in this transaction. */
  readonly audit: (entry: AuditEntry) => void;
  /** Reads how often something happened today, beside the tenant's own documents and in this transaction. */
  readonly today: (key: string) => Promise<DailyCount>;
  /** Puts a mail into the outbox, in this transaction, and queues it after the commit. */
  readonly mail: (request: MailRequest) => void;
  /**
   * Announces that a person's membership changes here: marks it before the commit, and projects it and sets
   * the person's claims before the operation answers.
   */
  readonly changesMembership: (uid: string, options?: { active?: boolean }) => Promise<void>;
  /**
   * Work on the control plane after the commit, before the answer. No sweep repeats it: when it fails the caller is
   * asked to try again (`contention`), and the same call must do it again although it finds nothing else to change.
   */
  readonly afterCommit: (work: () => Promise<void>) => void;
};

/** What an operation of a member is handed: the tenant's work, and who calls with which right. */
export type MemberCall<Input> = TenantWork & {
  readonly caller: Caller;
  readonly member: MemberDocument;
  readonly input: Input;
  /** Whether the caller's role, as the transaction read it, holds a permission. */
  readonly can: (permission: Permission) => boolean;
};

/** What is left of a call after the transaction that judged it. */
export type AnsweredCall<Input> = Pick<MemberCall<Input>, 'tenantId' | 'now' | 'caller' | 'input'>;

/** What an operation of a signed-in person outside any one tenant is handed. */
export type PersonCall<Input> = {
  readonly caller: Caller;
  readonly input: Input;
  readonly now: Date;
  readonly requestId: string;
};

/** Calls of one member in one tenant that are counted together, and how many of them a minute may have. */
export type OwnLimit = { readonly counted: string; readonly perMinute: number };

/** An operation of a member of the tenant that `tenantId` selects. */
export type MemberOperation<Name extends ApiOperation> = {
  readonly kind: 'member';
  /** One of these is demanded; a list of none is for every member. */
  readonly permissions: readonly Permission[];
  readonly gate: StatusGate;
  /**
   * An audited operation that writes no entry fails, unless it is audited when it changes something after all. Some are
   * audited for staff and not for customers.
   */
  readonly audited: boolean | 'when-changed' | ((role: RoleKey) => boolean);
  /** Whether the caller must have signed in within the last five minutes. */
  readonly recentLogin?: boolean;
  /** A limit of its own beside the one that all calls share, for what costs more than our own documents. */
  readonly calls?: OwnLimit;
} & (MemberAct<Name> | MemberReading<Name> | MemberErrand<Name>);

/** What happens in the transaction that judges the caller. */
type MemberAct<Name extends ApiOperation> = {
  run(call: MemberCall<ApiParsed<Name>>): Promise<ApiOutput<Name>>;
};

/** What is read when that transaction is over, in the tenant's context: it takes long, and nobody waits for its turn. */
type MemberReading<Name extends ApiOperation> = {
  afterwards(call: AnsweredCall<ApiParsed<Name>>): Promise<ApiOutput<Name>>;
};

/**
 * What ends outside: the transaction that judges the caller writes what is to be known of it, and hands over what it read; then,
 * in the tenant's context, somebody else is asked, who may be slow.
 */
type MemberErrand<Name extends ApiOperation> = {
  errand(call: MemberCall<ApiParsed<Name>>): Promise<RestOfErrand<Name>>;
};

type RestOfErrand<Name extends ApiOperation> = (call: AnsweredCall<ApiParsed<Name>>) => Promise<ApiOutput<Name>>;

/** An operation of a person for whom no claim is demanded. A revoked sign-in is refused. */
export type PersonOperation<Name extends ApiOperation> = {
  readonly kind: 'person';
  readonly verifiedEmail: boolean;
  readonly recentLogin?: boolean;
  run(call: PersonCall<ApiParsed<Name>>): Promise<ApiOutput<Name>>;
};

export type Operation<Name extends ApiOperation> = MemberOperation<Name> | PersonOperation<Name>;

type MemberDeclaration<Name extends ApiOperation> =
  MemberOperation<Name> extends infer Declared ? (Declared extends unknown ? Omit<Declared, 'kind'> : never) : never;

/** Declares a member's operation; the name ties it to its schemas. */
export function memberOperation<Name extends ApiOperation>(
  _name: Name,
  declaration: MemberDeclaration<Name>,
): MemberOperation<Name> {
  return { kind: 'member', ...declaration };
}

/** Declares a person's operation; the name ties it to its schemas. */
export function personOperation<Name extends ApiOperation>(
  _name: Name,
  declaration: Omit<PersonOperation<Name>, 'kind'>,
): PersonOperation<Name> {
  return { kind: 'person', ...declaration };
}
