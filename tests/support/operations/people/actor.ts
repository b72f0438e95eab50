import { createHash, randomBytes } from 'node:crypto';
import type { Permission } from '@tenantry/model/permissions';
import type { MemberRole, RoleKey } from '@tenantry/model/roles';
import { forgedToken } from '../forged-token.ts';

/** The version that claims carry, above the floor of every place. */
export const presentVersion = 5;
export const floor = 3;

/** A member's role as the tables of the expectations know it: built in, or of the tenant's own with one permission. */
export type ActorRole = { readonly builtIn: MemberRole } | { readonly permission: Permission | null };

/** What the database holds about somebody in the tenant that is asked for. */
type Facts = {
  readonly member?: { readonly role: RoleKey; readonly version: number };
  readonly fence?: number;
  /** Whether support let them in. */
  readonly visits?: boolean;
  /** Whether the register of operators knows them. */
  readonly registered?: boolean;
  readonly account?: Account;
};

/** What Authentication says of somebody. */
export type Account = 'live' | 'revoked' | 'disabled' | 'none';

/** Somebody who calls. What follows from it is written beside it by hand, for the expectations. */
export type Actor = Facts & {
  readonly name: string;
  readonly uid: string;
  readonly email: string;
  readonly authorization: (tenantId: string, elsewhere: string) => string | undefined;
  readonly signedIn: boolean;
  readonly verified: boolean;
  readonly live: boolean;
  /** Whether they signed in a moment ago. */
  readonly recent: boolean;
  readonly operator: boolean;
  /** The role of the membership; `undefined` without one. */
  readonly role: ActorRole | undefined;
  /** Whether the claim that they carry opens the tenant. */
  readonly claimStands: boolean;
};

const run = randomBytes(4).toString('hex');
const hour = 3_600;

type Claims = (tenantId: string, elsewhere: string) => Readonly<Record<string, unknown>>;
type Told = Partial<Pick<Actor, 'verified' | 'operator' | 'role' | 'claimStands'>>;

/** Somebody with these claims; what the database holds about them, and what follows for the expectations. */
export function actor(name: string, claims: Claims, facts: Facts = {}, told: Told = {}): Actor {
  const id = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const uid = `${run}-${id}-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 60);
  const email = `${run}-${id}@example.com`;
  const verified = told.verified ?? true;
  const { account = 'live' } = facts;
  // Accounts are opened at the beginning of the run, which ends every sign-in from before.
  const age = account === 'revoked' ? { auth_time: Math.floor(Date.now() / 1_000) - hour } : {};
  return {
    ...facts,
    name,
    uid,
    email,
    authorization: (tenantId, elsewhere) =>
      `Bearer ${forgedToken(uid, { email, email_verified: verified, ...age, ...claims(tenantId, elsewhere) })}`,
    signedIn: true,
    verified,
    live: account === 'live',
    recent: account !== 'revoked',
    operator: told.operator ?? false,
    role: told.role,
    claimStands: told.claimStands ?? false,
  };
}

export const claiming =
  (role: string, version: number = presentVersion): Claims =>
  (tenantId) => ({ tenants: { [tenantId]: [role, version] } });
export const none: Claims = () => ({});
export const ownerDocument = { role: 'owner', version: presentVersion };
export const owner: Told = { role: { builtIn: 'owner' }, claimStands: true };
/** A member whose claim does not count: a membership is there, the right to it is not shown. */
export const ownerUnproven: Told = { role: { builtIn: 'owner' }, claimStands: false };

/** The key of the role that every place defines with this permission and no other. */
export function customRoleOf(permission: Permission): string {
  return permission.replace(':', '-').slice(0, 20);
}

/** The key of the role that every place defines with no permission at all. */
export const emptyRole = 'empty';
