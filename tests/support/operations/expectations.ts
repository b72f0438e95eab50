import type { ErrorReason } from '@tenantry/model/errors';
import type { Permission } from '@tenantry/model/permissions';
import type { MemberRole } from '@tenantry/model/roles';
import type { TenantStatus } from '@tenantry/model/tenant-status';
import type { Actor, ActorRole } from './people/actor.ts';
import type { MemberRowName, OperatorOperationName, PersonOperationName, RowName } from './names.ts';

/** Written by hand from the contract (sections 3, 4 and 6), never from the operations' own declarations. */

const y = true;
const n = false;

type Roles = Readonly<Record<MemberRole, boolean>>;
type Works = Readonly<Record<TenantStatus, boolean>>;

const managers: Roles = { owner: y, admin: y, member: n, viewer: n, customer: n };
const workers: Roles = { owner: y, admin: y, member: y, viewer: n, customer: n };
const buyers: Roles = { owner: y, admin: y, member: y, viewer: n, customer: y };
const owners: Roles = { owner: y, admin: n, member: n, viewer: n, customer: n };
const team: Roles = { owner: y, admin: y, member: y, viewer: y, customer: n };
const everybody: Roles = { owner: y, admin: y, member: y, viewer: y, customer: y };

const whileActive: Works = { active: y, readonly: n, suspended: n, deleting: n };
const lettingGo: Works = { active: y, readonly: y, suspended: n, deleting: n };
/** As long as nothing is being deleted. */
const unlessDeleting: Works = { active: y, readonly: y, suspended: y, deleting: n };
const always: Works = { active: y, readonly: y, suspended: y, deleting: y };

type MemberRow = {
  /** Whether only a sign-in of the last minutes will do. */
  readonly recent?: boolean;
  readonly roles: Roles;
  readonly works: Works;
  /** What the state forbids only to those who might otherwise: judged by what is named. */
  readonly worksForThese?: Works;
};

export const memberRows = {
  'api/updateTenant': { roles: managers, works: whileActive },
  'api/inviteMember': { roles: managers, works: whileActive },
  'api/inviteMember as an admin': { roles: managers, works: whileActive },
  'api/inviteMembers': { roles: managers, works: whileActive },
  'api/resendInvite': { roles: managers, works: whileActive },
  'api/revokeInvite': { roles: managers, works: whileActive },
  'api/setMemberRole': { roles: managers, works: lettingGo },
  'api/setMemberRole to more than before': { roles: managers, works: lettingGo, worksForThese: whileActive },
  'api/setMemberRole to owner': { roles: owners, works: lettingGo, worksForThese: whileActive },
  'api/removeMember': { roles: managers, works: lettingGo },
  'api/removeMember of an owner': { roles: owners, works: lettingGo },
  'api/defineRole': { roles: managers, works: whileActive },
  'api/defineRole that manages people': { roles: managers, works: whileActive },
  'api/deleteRole': { roles: managers, works: whileActive },
  'api/deleteRole that manages people': { roles: managers, works: whileActive },
  'api/deleteRole into one that manages people': { roles: managers, works: whileActive },
  'api/verifyAudit': { roles: managers, works: lettingGo },
  'api/offerOwnership': { roles: owners, works: whileActive, recent: y },
  'api/acceptOwnership': { roles: everybody, works: whileActive, recent: y },
  'api/startCheckout': { roles: owners, works: unlessDeleting, recent: y },
  'api/openBillingPortal': { roles: owners, works: unlessDeleting, recent: y },
  'api/syncBilling': { roles: owners, works: unlessDeleting },
  'api/openSupport': { roles: owners, works: lettingGo, recent: y },
  'api/closeSupport': { roles: owners, works: lettingGo },
  'api/leaveTenant': { roles: everybody, works: always },
  'api/createProduct': { roles: workers, works: whileActive },
  'api/deleteProduct': { roles: workers, works: whileActive },
  'api/adjustStock': { roles: workers, works: whileActive },
  'api/placeOrder': { roles: buyers, works: whileActive },
  'api/placeOrder for a customer': { roles: workers, works: whileActive },
  'api/placeOrder for a name': { roles: workers, works: whileActive },
  'api/fulfillOrder': { roles: workers, works: whileActive },
  'api/cancelOrder': { roles: buyers, works: lettingGo },
  'api/cancelOrder of another’s': { roles: workers, works: lettingGo },
  'api/setNotifications': { roles: team, works: whileActive },
} as const satisfies Record<MemberRowName, MemberRow>;

/** What a role of the tenant's own can do that holds this permission and no other, beside what asks for none. */
export const admittedBy = {
  'profile:read': [],
  'tenant:read': [],
  'tenant:update': ['api/updateTenant'],
  'tenant:export': [],
  'tenant:delete': [],
  'support:grant': ['api/openSupport', 'api/closeSupport'],
  'owner:manage': ['api/offerOwnership'],
  'member:read': [],
  'member:manage': [
    'api/inviteMember',
    'api/inviteMembers',
    'api/resendInvite',
    'api/revokeInvite',
    'api/setMemberRole',
    'api/setMemberRole to more than before',
    'api/removeMember',
  ],
  'role:manage': ['api/defineRole', 'api/deleteRole'],
  'billing:read': [],
  'billing:manage': ['api/startCheckout', 'api/openBillingPortal', 'api/syncBilling'],
  'product:read': [],
  'product:read-published': [],
  'product:write': ['api/createProduct', 'api/deleteProduct', 'api/adjustStock'],
  'order:read': ['api/setNotifications'],
  'order:read-own': [],
  'order:place': ['api/placeOrder'],
  'order:manage': ['api/fulfillOrder', 'api/cancelOrder', 'api/cancelOrder of another’s', 'api/setNotifications'],
  'order:cancel-own': ['api/cancelOrder'],
  'order:note': [],
  'usage:read': [],
  'audit:read': ['api/verifyAudit'],
} as const satisfies Record<Permission, readonly MemberRowName[]>;

/** What is demanded of somebody who is signed in. `member` is a membership, whatever the claims say. */
type PersonRow = { readonly member: boolean; readonly verified: boolean; readonly works: Works };

export const personRows = {
  'api/createTenant': { member: n, verified: y, works: always },
  'api/activateTenant': { member: y, verified: n, works: always },
  'api/updateProfile': { member: n, verified: n, works: always },
  'api/deleteAccount': { member: n, verified: n, works: always },
  'api/signOutEverywhere': { member: n, verified: n, works: always },
  'api/acceptInvite': { member: n, verified: y, works: whileActive },
  'api/joinAsCustomer': { member: n, verified: y, works: whileActive },
} as const satisfies Record<PersonOperationName, PersonRow>;

/** Operators act on a tenant in every status, but walk into one only while it can be read. */
export const operatorRows = {
  'operator/listTenants': { works: always },
  'operator/getTenant': { works: always },
  'operator/setTenantStatus': { works: always },
  'operator/setTenantPlan': { works: always },
  'operator/setTenantFeatures': { works: always },
  'operator/syncTenantBilling': { works: always },
  'operator/listEvents': { works: always },
  'operator/replayEvent': { works: always },
  'operator/enterTenant': { works: lettingGo },
  'operator/leaveTenant': { works: always },
  'operator/reportPageView': { works: always },
  'operator/listMails': { works: always },
  'operator/resendMail': { works: always },
} as const satisfies Record<OperatorOperationName, { readonly works: Works }>;

export const rowNames: readonly RowName[] = [...keysOf(memberRows), ...keysOf(personRows), ...keysOf(operatorRows)];

/** What asks for no permission: any member may, whatever their role holds. */
const forEveryMember: ReadonlySet<RowName> = new Set(['api/leaveTenant', 'api/acceptOwnership']);

/** Whether more than a membership or a sign-in is asked for. */
export function demandsPermission(row: RowName): boolean {
  return !forEveryMember.has(row) && !isKey(personRows, row);
}

/** Whether a status leaves a row to anybody at all. */
export function worksIn(row: RowName, status: TenantStatus): boolean {
  const rows: Readonly<Record<RowName, { readonly works: Works }>> = { ...memberRows, ...personRows, ...operatorRows };
  return rows[row].works[status];
}

/** What the contract says that a call is answered: `ok`, or the reason of the refusal. */
export function expected(row: RowName, actor: Actor, status: TenantStatus): 'ok' | ErrorReason {
  if (!actor.signedIn) return 'sign-in';
  if (isKey(memberRows, row)) return expectedOfMember(row, actor, status);
  if (isKey(personRows, row)) return expectedOfPerson(row, actor, status);
  if (!actor.operator) return 'denied';
  if (!actor.live) return 'sign-in';
  return operatorRows[row as OperatorOperationName].works[status] ? 'ok' : 'state';
}

function expectedOfMember(
  row: MemberRowName,
  { role, claimStands, recent: isRecent }: Actor,
  status: TenantStatus,
): 'ok' | ErrorReason {
  const { works, worksForThese = works, recent = n }: MemberRow = memberRows[row];
  if (role === undefined || !claimStands) return 'denied';
  if (!works[status]) return 'state';
  if (!mayCall(row, role)) return 'denied';
  if (recent && !isRecent) return 'recent-login';
  return worksForThese[status] ? 'ok' : 'state';
}

function mayCall(row: MemberRowName, role: ActorRole): boolean {
  if ('builtIn' in role) return memberRows[row].roles[role.builtIn];
  const admitted: readonly MemberRowName[] = role.permission === null ? [] : admittedBy[role.permission];
  return forEveryMember.has(row) || admitted.includes(row);
}

function expectedOfPerson(row: PersonOperationName, actor: Actor, status: TenantStatus): 'ok' | ErrorReason {
  const { member, verified, works }: PersonRow = personRows[row];
  if (!actor.live) return 'sign-in';
  if (verified && !actor.verified) return 'email-unverified';
  if (member && actor.role === undefined) return 'denied';
  return works[status] ? 'ok' : 'state';
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table) as Key[];
}

function isKey<Key extends string>(table: Readonly<Record<Key, unknown>>, name: string): name is Key {
  return Object.hasOwn(table, name);
}
