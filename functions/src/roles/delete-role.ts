import { canGrant, type CustomRoles, peopleMovedAtMost, type RoleKey } from '@tenantry/model/roles';
import { declareQuery } from '../platform/data/declared-query.ts';
import { tenantDocuments, type RetiredRoles } from '../platform/data/documents.ts';
import { instantOf } from '../platform/data/instant.ts';
import { denied, Refusal } from '../platform/operations/errors.ts';
import { memberOperation, type TenantWork } from '../platform/operations/operation.ts';
import { openInvitesTo } from '../members/invitations/open-invites-to.ts';
import { readMembershipMail, roleInMail, tellMember } from '../members/mail/tell-member.ts';
import { holdsAllOf } from '../members/membership/grants.ts';
import { changeMemberships } from '../members/membership/membership-changes.ts';
import { membersAs, readDefinitions, requireHoldsAll, without, writeDefinitions } from './role-definitions.ts';

/** Tokens that name the role are gone by then: they live for an hour. */
const retiredMilliseconds = 2 * 3_600_000;

const invitesAs = declareQuery('invites', {
  where: [
    ['role', '=='],
    ['status', '=='],
  ],
});

/**
 * Deletes a role of the business's own and gives its people another, at once; its open invitations end. Throws `missing`
 * when there is no such role, `state` when more than 400 people have it.
 */
export const deleteRole = memberOperation('deleteRole', {
  permissions: ['role:manage'],
  gate: 'work',
  audited: true,
  async run(work) {
    const { tx, access, member, input } = work;
    const { key, moveTo } = input;
    const before = Object.hasOwn(access.roles, key) ? access.roles[key] : undefined;
    if (before === undefined) throw new Refusal('missing', 'There is no such role in this business.');
    requireHoldsAll(work, before);
    const roles = without(access.roles, key);
    requireMayGive(member.role, moveTo, access.roles, roles);

    const [people, invites, shown, retired, { roles: _, ...told }] = await Promise.all([
      tx.find(tenantDocuments.members(), membersAs, [key], peopleMovedAtMost + 1),
      tx.find(tenantDocuments.invites(), invitesAs, [key, 'open']),
      readDefinitions(tx),
      tx.get(tenantDocuments.retiredRoles()),
      readMembershipMail(work),
    ]);
    if (people.length > peopleMovedAtMost) {
      throw new Refusal(
        'state',
        `More than ${peopleMovedAtMost} people have this role. Give some of them another one first.`,
      );
    }
    // What the people of the role may still grant is judged without it.
    const after: TenantWork = { ...work, access: { ...access, roles } };
    const changes = people.map(({ data }) => [data, moveTo] as const);
    const lowered = holdsAllOf(moveTo, key, access.roles) ? [] : people.map(({ data }) => data);
    const withdrawn = [...invites, ...(await openInvitesTo(tx, lowered))];
    await changeMemberships(after, changes, { withdrawn });
    writeDefinitions(tx, roles, without(shown, key));
    tx.set(tenantDocuments.retiredRoles(), { until: retiredWith(retired, key, work.now) });
    work.audit({ action: 'role.deleted', target: key, details: { permissions: [...before], moveTo } });
    const role = roleInMail(shown, moveTo);
    for (const { id, data } of people) {
      work.audit({ action: 'member.role-set', target: id, details: { before: key, after: moveTo } });
      tellMember(work, data, { kind: 'role-changed', data: { ...told, role } });
    }
    return {};
  },
});

/** Throws `input` when there will be no such role, and `denied` when the caller does not hold all of it. */
function requireMayGive(giver: RoleKey, moveTo: RoleKey, present: CustomRoles, remaining: CustomRoles): void {
  if (!canGrant('owner', moveTo, remaining)) {
    const message = 'Choose a role that the business keeps.';
    throw new Refusal('input', message, { issues: [{ path: 'moveTo', code: 'unknown-role', message }] });
  }
  if (!canGrant(giver, moveTo, present)) throw denied();
}

/** The keys that nobody may use for now, those whose time is over left out. */
function retiredWith(retired: RetiredRoles | undefined, key: RoleKey, now: Date): RetiredRoles['until'] {
  const standing = Object.entries(retired?.until ?? {}).filter(([, until]) => until.toMillis() > now.getTime());
  return { ...Object.fromEntries(standing), [key]: instantOf(now.getTime() + retiredMilliseconds) };
}
