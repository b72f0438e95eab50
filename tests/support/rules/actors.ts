import { permissions, type Permission } from '@tenantry/model/permissions';
import { memberRoles, type MemberRole } from '@tenantry/model/roles';
import { manyOthers } from './malformed-claims.ts';
import { unsignedToken } from './rest.ts';
import { customRoleOf, floor, presentVersion, soon, tenants } from './tenants.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Somebody who asks. `fence` and `visit` are what every access document holds about them. */
export type Actor = {
  readonly uid: string;
  readonly token: string | undefined;
  /** What the token says beside the uid; undefined for who has none. */
  readonly claims: Claims | undefined;
  readonly fence?: number;
  /** Until when support let them in. */
  readonly visit?: Date | number;
  /** Whether the register of operators knows them. */
  readonly registered?: boolean;
};

type Facts = Omit<Actor, 'uid' | 'token' | 'claims'>;

export function actor(uid: string, claims: Claims, facts: Facts = {}): Actor {
  return { uid, token: unsignedToken(uid, claims), claims, ...facts };
}

/** Somebody without a token. */
export const anonymous: Actor = { uid: 'anonymous', token: undefined, claims: undefined };

/** The same claim for every tenant of the world. */
export function inEveryTenant(entry: unknown): { tenants: Record<string, unknown> } {
  const ids = Object.values(tenants).flatMap(({ id, twin }) => [id, twin]);
  return { tenants: Object.fromEntries(ids.map((id) => [id, entry])) };
}

export const claiming = (uid: string, entry: unknown, facts?: Facts): Actor => actor(uid, inEveryTenant(entry), facts);

/** Somebody for each role, built in or defined: by the name that a claim says. */
function forEachRole<Role extends string>(
  roles: readonly Role[],
  make: (role: Role) => Actor,
): Readonly<Record<Role, Actor>> {
  return Object.fromEntries(roles.map((role) => [role, make(role)])) as Record<Role, Actor>;
}

/** Members, each with a built-in role and claims that stand. */
export const members = forEachRole<MemberRole>(memberRoles, (role) => claiming(role, [role, presentVersion]));

/** People with a role that the tenant defined with one permission. */
export const customs = forEachRole<Permission>(permissions, (permission) => {
  const role = customRoleOf(permission);
  return claiming(`custom-${role}`, [role, presentVersion]);
});

/** Members whose e-mail is not verified: no right to a tenant hangs on it. */
export const unverified = forEachRole<MemberRole>(memberRoles, (role) =>
  actor(`unverified-${role}`, { ...inEveryTenant([role, presentVersion]), email: 'a@b.c', email_verified: false }),
);

/** A customer in one tenant and the owner of all others. */
export const customerAndOwner = actor('customer-and-owner', {
  tenants: {
    ...inEveryTenant(['owner', presentVersion]).tenants,
    [tenants['wide door'].id]: ['customer', presentVersion],
    [tenants['wide door'].twin]: ['customer', presentVersion],
  },
});

/** Members from before a removal or a change of their role. */
export const belowTheFence = forEachRole<MemberRole>(memberRoles, (role) =>
  claiming(`fenced-${role}`, [role, presentVersion], { fence: presentVersion + 1 }),
);
export const belowTheFloor = forEachRole<MemberRole>(memberRoles, (role) => claiming(`old-${role}`, [role, floor - 1]));
export const fencedCustoms = forEachRole<Permission>(permissions, (permission) => {
  const role = customRoleOf(permission);
  return claiming(`fenced-${role}`, [role, presentVersion], { fence: presentVersion + 1 });
});

const owner = ['owner', presentVersion] as const;
export const operator = { operator: true };
export const insideAndKnown = { visit: soon, registered: true };

/** Owners whose claim stands although something about it is at the edge. */
export const owners: Readonly<Record<string, Actor>> = {
  'an owner whose version is the fence': claiming('at-the-fence', owner, { fence: presentVersion }),
  'an owner whose version is above the fence': claiming('above-the-fence', owner, { fence: presentVersion - 1 }),
  'an owner whose version is the floor': claiming('at-the-floor', ['owner', floor]),
  'an owner whose fence lies below the floor': claiming('low-fence', ['owner', floor], { fence: 1 }),
  'an owner with a huge map of claims': actor('huge', {
    tenants: { ...manyOthers(), ...inEveryTenant(owner).tenants },
  }),
  'an owner who is an operator outside the door': actor('both', { ...inEveryTenant(owner), ...operator }),
  'an owner whose uid is constructor': claiming('constructor', owner),
  'an owner whose uid has dots and quotes': claiming("a.b'c`d", owner, { fence: presentVersion }),
};

const customer = ['customer', presentVersion] as const;
const customerAndOperator = { ...inEveryTenant(customer), ...operator };

/** Customers who are nearly support as well: whatever is amiss there takes nothing from a customer. */
export const customers: Readonly<Record<string, Actor>> = {
  'a customer who is an operator outside the door': actor('at-the-door', customerAndOperator, { registered: true }),
  'a customer let in as support whose token does not say operator': claiming('let-in', customer, insideAndKnown),
  'a customer and operator whose visit is not a time': actor('no-time', customerAndOperator, {
    visit: 1,
    registered: true,
  }),
};

/** The operator who walked through the door: what they see depends on the tenant's door. */
export const support = actor('operator-inside', operator, { visit: soon, registered: true });
