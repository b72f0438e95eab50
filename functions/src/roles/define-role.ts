import type { RoleDefinition } from '@tenantry/model/documents/tenants';
import { type Permission, permissions as everyPermission } from '@tenantry/model/permissions';
import { customRolesAtMost, isBuiltInRole, peopleMovedAtMost, type RoleKey } from '@tenantry/model/roles';
import { changeMemberships, invitesBeyond } from '../members/membership/membership-changes.ts';
import { tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { memberOperation, type TenantWork } from '../platform/operations/operation.ts';
import { requireFeature } from '../platform/operations/require-feature.ts';
import { type Definitions, membersAs, readDefinitions, requireHoldsAll, writeDefinitions } from './role-definitions.ts';

/**
 * Defines a role of the business's own, or changes one: whoever has it may what it holds from the commit on, and no more.
 * The definer holds every permission that it had and gets. A business whose plan has no such roles (any more) may still
 * narrow those that it has. Throws `plan-feature`, `plan-limit` for more than a hundred, `role-retired` for a key that
 * was deleted a moment ago, and `role-taken` for a new one whose key another role has: the same once more is no other.
 */
export const defineRole = memberOperation('defineRole', {
  permissions: ['role:manage'],
  gate: 'work',
  audited: true,
  async run(work) {
    const { tx, access, input, audit } = work;
    const { key, name } = input;
    requireOwnKey(key);
    const before = Object.hasOwn(access.roles, key) ? access.roles[key] : undefined;
    const permissions = everyPermission.filter((permission) =>
      (input.permissions as readonly string[]).includes(permission),
    );
    requireHoldsAll(work, [...(before ?? []), ...permissions]);
    const shown = await readDefinitions(tx);
    if (input.isNew) requireUntaken(shown, key, { name, permissions });
    if (before === undefined) await requireRoomFor(work, key);
    if (!permissions.every((permission) => before?.includes(permission))) requireFeature(work, 'custom-roles');

    const roles = { ...access.roles, [key]: permissions };
    await withdrawInvites({ ...work, access: { ...access, roles } }, key, before ?? []);
    writeDefinitions(tx, roles, { ...shown, [key]: { name, permissions } });
    audit(
      before === undefined
        ? { action: 'role.defined', target: key, details: { name, permissions } }
        : { action: 'role.changed', target: key, details: { name, before: [...before], after: permissions } },
    );
    return {};
  },
});

/**
 * Ends the open invitations that people of a role may not grant any more, of as many people as one call moves: what is left
 * of more is refused when it is accepted.
 */
async function withdrawInvites(after: TenantWork, key: RoleKey, before: readonly Permission[]): Promise<void> {
  if (before.every((permission) => after.access.roles[key]?.includes(permission))) return;
  const people = await after.tx.find(tenantDocuments.members(), membersAs, [key], peopleMovedAtMost);
  const withdrawn = (await Promise.all(people.map(({ data }) => invitesBeyond(after, [data, key])))).flat();
  if (withdrawn.length > 0) await changeMemberships(after, [], { withdrawn });
}

function requireOwnKey(key: string): void {
  if (!isBuiltInRole(key)) return;
  const message = 'This is the name of a role that every business has. Choose another.';
  throw new Refusal('input', message, { issues: [{ path: 'key', code: 'built-in-role', message }] });
}

function requireUntaken(shown: Definitions, key: string, { name, permissions }: RoleDefinition): void {
  const present = Object.hasOwn(shown, key) ? shown[key] : undefined;
  if (!present) return;
  if (present.name === name && present.permissions.join() === permissions.join()) return;
  throw new Refusal('role-taken', 'There is a role with this key already. Choose another.');
}

async function requireRoomFor({ tx, access, now }: TenantWork, key: string): Promise<void> {
  requireFeature({ access }, 'custom-roles');
  if (Object.keys(access.roles).length >= customRolesAtMost) {
    throw new Refusal('plan-limit', `A business can have ${customRolesAtMost} roles of its own. Delete one first.`, {
      limit: customRolesAtMost,
    });
  }
  const retired = await tx.get(tenantDocuments.retiredRoles());
  const until = retired && Object.hasOwn(retired.until, key) ? retired.until[key] : undefined;
  if (until && until.toMillis() > now.getTime()) {
    throw new Refusal('role-retired', 'A role with this key was deleted a moment ago. Choose another key.');
  }
}
