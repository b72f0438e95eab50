import { permissions, type Permission } from '@tenantry/model/permissions';
import { memberRoles, supportRoles, type MemberRole } from '@tenantry/model/roles';
import { unsignedToken } from './rest.ts';
import { customRoleOf, elsewhere, past, presentVersion, soon, tenants } from './tenants.ts';
import type { Value } from './values.ts';
import { malformedClaims, manyOthers } from './malformed-claims.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Somebody who asks. `fence` and `visit` are what every access document holds about them. */
export type Actor = {
  readonly uid: string;
  readonly token: string | undefined;
  /** What the token says beside the uid; undefined for who has none. */
  readonly claims: Claims | undefined;
  readonly fence?: number;
  /** Until when support let them in. */
  readonly visit?: Date;
  /** Whether the register of operators knows them. */
  readonly registered?: boolean;
};

type Facts = Omit<Actor, 'uid' | 'token' | 'claims'>;

export function actor(uid: string, claims: Claims, facts: Facts = {}): Actor {
  return { uid, token: unsignedToken(uid, claims), claims, ...facts };
}

/** The same claim for every tenant of the world. */
function inEveryTenant(entry: unknown): { tenants: Record<string, unknown> } {
  const ids = Object.values(tenants).flatMap(({ id, twin }) => [id, twin]);
  return { tenants: Object.fromEntries(ids.map((id) => [id, entry])) };
}

const claiming = (uid: string, entry: unknown, facts?: Facts): Actor => actor(uid, inEveryTenant(entry), facts);
const owner = ['owner', presentVersion] as const;
const operator = { operator: true };

/** Members, each with a built-in role and claims that stand. */
export const members: Readonly<Record<MemberRole, Actor>> = {
  owner: claiming('owner', owner),
  admin: claiming('admin', ['admin', presentVersion]),
  member: claiming('member', ['member', presentVersion]),
  viewer: claiming('viewer', ['viewer', presentVersion]),
  customer: claiming('customer', ['customer', presentVersion]),
};

/** Owners whose claim stands although something about it is at the edge. */
export const owners: Readonly<Record<string, Actor>> = {
  'an owner whose version is the fence': claiming('at-the-fence', owner, { fence: presentVersion }),
  'an owner whose version is above the fence': claiming('above-the-fence', owner, { fence: presentVersion - 1 }),
  'an owner whose version is the floor': claiming('at-the-floor', ['owner', 3]),
  'an owner whose fence lies below the floor': claiming('low-fence', ['owner', 3], { fence: 1 }),
  'an owner whose e-mail is not verified': actor('unverified', { ...inEveryTenant(owner), email_verified: false }),
  'an owner with a huge map of claims': actor('huge', {
    tenants: { ...manyOthers(), ...inEveryTenant(owner).tenants },
  }),
  'an owner who is an operator outside the door': actor('both', { ...inEveryTenant(owner), ...operator }),
};

/** People with a role that the tenant defined with one permission. */
export const customs: Readonly<Record<Permission, Actor>> = Object.fromEntries(
  permissions.map((permission) => {
    const role = customRoleOf(permission);
    return [permission, claiming(`custom-${role}`, [role, presentVersion])];
  }),
) as Record<Permission, Actor>;

/** The operator who walked through the door: what they see depends on the tenant's door. */
export const support = actor('operator-inside', operator, { visit: soon, registered: true });

/** People whom no tenant lets in, each one fact away from somebody who is. */
export const outsiders: Readonly<Record<string, Actor>> = {
  'somebody who is not signed in': { uid: 'anonymous', token: undefined, claims: undefined },
  'somebody signed in without claims': actor('nobody', {}),
  'somebody signed in without a tenant': actor('tenantless', { tenants: {} }),
  ...Object.fromEntries(
    memberRoles.map((role) => [
      `the ${role} of another tenant`,
      actor(`elsewhere-${role}`, { tenants: { [elsewhere]: [role, presentVersion] } }),
    ]),
  ),
  'an owner with a version below the fence': claiming('below-the-fence', owner, { fence: presentVersion + 1 }),
  'an owner with a version below the floor': claiming('below-the-floor', ['owner', 2]),
  'an owner with a version below the floor and above a fence': claiming('between', ['owner', 2], { fence: 1 }),
  'an owner with a negative version': claiming('negative', ['owner', -5]),
  ...Object.fromEntries(
    supportRoles.map((role) => [`a claim of the role ${role}`, claiming(`claims-${role}`, [role, presentVersion])]),
  ),
  'a role that was deleted': claiming('deleted-role', ['deleted', presentVersion]),
  'a role without permissions': claiming('empty-role', ['empty', presentVersion]),
  'an operator who did not walk in': actor('operator-outside', operator, { registered: true }),
  'an operator whose visit is over': actor('operator-gone', operator, { visit: past, registered: true }),
  'an operator who was struck off the register': actor('operator-struck', operator, { visit: soon }),
  'a visitor on the register without the claim': actor('unclaimed', {}, { visit: soon, registered: true }),
  'a visitor who claims operator as a string': actor(
    'claims-string',
    { operator: 'true' },
    { visit: soon, registered: true },
  ),
  'a visitor who claims operator as a number': actor(
    'claims-number',
    { operator: 1 },
    { visit: soon, registered: true },
  ),
  ...Object.fromEntries(
    Object.entries(malformedClaims).map(([name, claimed], index) => [
      name,
      actor(`malformed-${index}`, claimed(inEveryTenant)),
    ]),
  ),
};

export const everyone: readonly Actor[] = [
  ...Object.values(members),
  ...Object.values(owners),
  ...Object.values(customs),
  ...Object.values(outsiders),
  support,
];

/** What the access documents hold about all of them. */
export const accessEntries = {
  fence: entries(({ fence }) => fence),
  support: entries(({ visit }) => visit),
};

function entries<T extends Value>(pick: (actor: Actor) => T | undefined): Record<string, T> {
  return Object.fromEntries(
    everyone.flatMap((actor) => {
      const value = pick(actor);
      return value === undefined ? [] : [[actor.uid, value]];
    }),
  );
}
