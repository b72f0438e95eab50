import { permissions } from '@tenantry/model/permissions';
import { memberRoles } from '@tenantry/model/roles';
import { manyOthers } from '../../rules/malformed-claims.ts';
import {
  actor,
  type Actor,
  claiming,
  customRoleOf,
  emptyRole,
  floor,
  owner,
  ownerDocument,
  ownerUnproven,
  presentVersion,
} from './actor.ts';

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
export const atTheEdge: readonly Actor[] = [
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
export const stale: readonly Actor[] = [
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
