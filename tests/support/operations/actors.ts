import { createHash, randomBytes } from 'node:crypto';
import { type Permission, permissions } from '@tenantry/model/permissions';
import { type MemberRole, memberRoles, type RoleKey, supportRoles } from '@tenantry/model/roles';
import { malformedClaims, manyOthers } from '../rules/malformed-claims.ts';
import { forgedToken } from './forged-token.ts';

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

function actor(name: string, claims: Claims, facts: Facts = {}, told: Told = {}): Actor {
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
    operator: told.operator ?? false,
    role: told.role,
    claimStands: told.claimStands ?? false,
  };
}

const claiming =
  (role: string, version: number = presentVersion): Claims =>
  (tenantId) => ({ tenants: { [tenantId]: [role, version] } });
const none: Claims = () => ({});
const ownerDocument = { role: 'owner', version: presentVersion };
const owner: Told = { role: { builtIn: 'owner' }, claimStands: true };
/** A member whose claim does not count: a membership is there, the right to it is not shown. */
const ownerUnproven: Told = { role: { builtIn: 'owner' }, claimStands: false };

/** The key of the role that every place defines with this permission and no other. */
export function customRoleOf(permission: Permission): string {
  return permission.replace(':', '-').slice(0, 20);
}
/** The key of the role that every place defines with no permission at all. */
export const emptyRole = 'empty';

export const members: readonly Actor[] = memberRoles.map((role) =>
  actor(
    role,
    claiming(role),
    { member: { role, version: presentVersion } },
    { role: { builtIn: role }, claimStands: true },
  ),
);

/** One more owner like the first, for a test whose calls must not meet another's. */
export function anotherOwner(name: string): Actor {
  return actor(`owner of ${name}`, claiming('owner'), { member: ownerDocument }, owner);
}

export const customs: readonly Actor[] = [...permissions, null].map((permission) => {
  const role = permission === null ? emptyRole : customRoleOf(permission);
  const facts = { member: { role, version: presentVersion } };
  return actor(`only ${permission ?? 'nothing'}`, claiming(role), facts, { role: { permission }, claimStands: true });
});

/** People whose claim stands although something about it is at the edge. */
const atTheEdge: readonly Actor[] = [
  actor('version is the fence', claiming('owner'), { member: ownerDocument, fence: presentVersion }, owner),
  actor('version above the fence', claiming('owner'), { member: ownerDocument, fence: presentVersion - 1 }, owner),
  actor('version is the floor', claiming('owner', floor), { member: { role: 'owner', version: floor } }, owner),
  actor('claim newer than the membership', claiming('owner', presentVersion + 1), { member: ownerDocument }, owner),
  actor('unverified owner', claiming('owner'), { member: ownerDocument }, { ...owner, verified: false }),
  actor(
    'huge map of claims',
    (tenantId) => ({ tenants: { ...manyOthers(), [tenantId]: ['owner', presentVersion] } }),
    { member: ownerDocument },
    owner,
  ),
  actor(
    'owner and operator',
    (tenantId) => ({ tenants: { [tenantId]: ['owner', presentVersion] }, operator: true }),
    { member: ownerDocument, registered: true },
    { ...owner, operator: true },
  ),
  actor(
    'role that was deleted',
    claiming('deleted'),
    { member: { role: 'deleted', version: presentVersion } },
    { role: { permission: null }, claimStands: true },
  ),
  actor('sign-in was revoked', claiming('owner'), { member: ownerDocument, account: 'revoked' }, owner),
  actor('account is disabled', claiming('owner'), { member: ownerDocument, account: 'disabled' }, owner),
  actor('account is deleted', claiming('owner'), { member: ownerDocument, account: 'none' }, owner),
];

/** People who were in, or were in as something else. */
const stale: readonly Actor[] = [
  actor('removed', claiming('owner')),
  actor('removed behind a fence', claiming('owner'), { fence: presentVersion + 1 }),
  actor(
    'below the fence',
    claiming('owner'),
    { member: { role: 'owner', version: presentVersion + 1 }, fence: presentVersion + 1 },
    ownerUnproven,
  ),
  actor(
    'below the fence alone',
    claiming('owner'),
    { member: ownerDocument, fence: presentVersion + 1 },
    ownerUnproven,
  ),
  actor(
    'below the membership',
    claiming('owner'),
    { member: { role: 'owner', version: presentVersion + 1 } },
    ownerUnproven,
  ),
  actor('below the floor', claiming('owner', floor - 1), { member: { role: 'owner', version: floor } }, ownerUnproven),
  actor(
    'below the floor above a fence',
    claiming('owner', floor - 1),
    { member: { role: 'owner', version: floor - 1 }, fence: 1 },
    ownerUnproven,
  ),
  actor(
    'demoted, with the claim from before',
    claiming('owner'),
    { member: { role: 'viewer', version: presentVersion } },
    { role: { builtIn: 'viewer' } },
  ),
  actor(
    'promoted, with the claim from before',
    claiming('viewer'),
    { member: { role: 'owner', version: presentVersion } },
    ownerUnproven,
  ),
  actor('negative version', claiming('owner', -5), { member: ownerDocument }, ownerUnproven),
];

/** People who never were in. */
const outside: readonly Actor[] = [
  actor('nobody', none),
  actor('no tenant', () => ({ tenants: {} })),
  actor('unverified nobody', none, {}, { verified: false }),
  ...memberRoles.map((role) =>
    actor(`elsewhere ${role}`, (_, elsewhere) => ({ tenants: { [elsewhere]: [role, presentVersion] } })),
  ),
  ...supportRoles.map((role) => actor(`claims ${role}`, claiming(role))),
  actor('operator', () => ({ operator: true }), { registered: true }, { operator: true }),
  actor('support inside', () => ({ operator: true }), { registered: true, visits: true }, { operator: true }),
  actor('operator who was dismissed', () => ({ operator: true })),
  actor('on the register without the claim', none, { registered: true }),
  actor('operator as text', () => ({ operator: 'true' }), { registered: true }),
  actor('operator as a number', () => ({ operator: 1 }), { registered: true }),
  actor('operator as a map', () => ({ operator: { valueOf: true } }), { registered: true }),
  actor(
    'operator in the claims of a tenant',
    (tenantId) => ({ tenants: { [tenantId]: ['operator', 5], operator: true } }),
    {
      registered: true,
    },
  ),
  actor(
    'operator whose sign-in was revoked',
    () => ({ operator: true }),
    { registered: true, account: 'revoked' },
    {
      operator: true,
    },
  ),
  actor(
    'operator whose account is gone',
    () => ({ operator: true }),
    { registered: true, account: 'none' },
    {
      operator: true,
    },
  ),
];

/** Owners by the database, whose claims have a shape that Firebase never sets for us. */
const malformed: readonly Actor[] = Object.entries(malformedClaims).map(([name, claims]) =>
  actor(
    name,
    (tenantId) => claims((entry) => ({ tenants: { [tenantId]: entry } })),
    { member: ownerDocument },
    ownerUnproven,
  ),
);

/** What stands in the header of somebody who is not signed in. */
const unsigned: Readonly<Record<string, string | undefined>> = {
  'no header': undefined,
  'an empty header': '',
  'a token that is none': 'Bearer garbage',
  'an empty token': 'Bearer ',
  'another scheme': 'Basic b3duZXI6b3duZXI=',
  'the emulator’s own key': 'Bearer owner',
  'a token of three empty parts': 'Bearer ..',
  'a token that is null': `Bearer e30.${Buffer.from('null').toString('base64url')}.`,
  'a token that is a list': `Bearer e30.${Buffer.from('[]').toString('base64url')}.`,
  'a token without a uid': `Bearer ${forgedToken(undefined, {})}`,
  'an empty uid': `Bearer ${forgedToken('', {})}`,
  'a uid that is a number': `Bearer ${forgedToken(7, {})}`,
  'a uid that is a list': `Bearer ${forgedToken(['a'], {})}`,
  'a uid that is a path': `Bearer ${forgedToken('a/b', {})}`,
  'a uid of dots': `Bearer ${forgedToken('..', {})}`,
  'a uid of underscores': `Bearer ${forgedToken('__proto__', {})}`,
  'a uid beyond measure': `Bearer ${forgedToken('u'.repeat(129), {})}`,
};

const signedOut: readonly Actor[] = Object.entries(unsigned).map(([name, header]) => ({
  ...actor(name, none, { account: 'none' }),
  authorization: () => header,
  signedIn: false,
}));

export const everybody: readonly Actor[] = [
  ...members,
  ...customs,
  ...atTheEdge,
  ...stale,
  ...outside,
  ...malformed,
  ...signedOut,
];

/** One of each kind, for states in which the kinds differ and their members do not. */
export const representatives: readonly Actor[] = [
  ...members,
  ...customs.filter(({ role }) => role && 'permission' in role && [null, 'member:manage'].includes(role.permission)),
  ...named(
    'removed',
    'below the fence',
    'nobody',
    'elsewhere owner',
    'support inside',
    'unverified nobody',
    'no header',
  ),
];

/** Everybody but the owners who are as good as the first one, for operations that write to people. */
export const withoutDoubles: readonly Actor[] = everybody.filter((actor) => !atTheEdge.includes(actor));

/** For operations that ask for no permission: those who differ in standing, sign-in, account or address. */
export const standings: readonly Actor[] = [
  ...named(
    'owner',
    'customer',
    'only nothing',
    'role that was deleted',
    'removed',
    'below the fence',
    'below the floor',
  ),
  ...named('unverified owner', 'sign-in was revoked', 'account is disabled', 'account is deleted'),
  ...named('nobody', 'unverified nobody', 'elsewhere owner', 'operator', 'support inside', 'claims that are null'),
  ...signedOut,
];

/** Somebody by their name in these lists. */
export function personNamed(name: string): Actor {
  const [person] = named(name);
  if (!person) throw new Error(`${name} is nobody.`);
  return person;
}

function named(...names: readonly string[]): Actor[] {
  const found = everybody.filter(({ name }) => names.includes(name));
  if (found.length !== names.length) throw new Error(`Some of these are nobody: ${names.join(', ')}.`);
  return found;
}
