import { type ClaimEntry, claimOf, isEntry } from '@tenantry/model/claims';
import type { Instant } from '@tenantry/model/documents/instant';
import { permissionsOf } from '@tenantry/model/roles';
import { holdersOf } from '@tenantry/model/tenant-status';
import { controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import { denied } from '../platform/operations/errors.ts';
import { instantOf } from '../platform/data/instant.ts';
import { personOperation } from '../platform/operations/operation.ts';
import { inTenantContext } from '../platform/tenant-context.ts';
import { workInTenant } from '../platform/operations/tenant-work.ts';
import { glimpseTenant, readControlPlane } from '../platform/data/transactions.ts';

/** What says that somebody was there moves at most this often: loading a page again writes nothing. */
const seenEveryMilliseconds = 300_000;

/**
 * Brings a membership into the caller's claims, the least recently used one out when they overflow, and
 * renews a version that the floor has left behind. Answers in every status with role and version as a token has to have them
 * and with what the role holds, and those who may read the billing with who holds the business back, and whether anything
 * was ever bought for it; refuses who is no member. A caller who was just there, with a token and
 * an entry in their list that say what they should, causes no write.
 */
export const activateTenant = personOperation('activateTenant', {
  verifiedEmail: false,
  run({ caller, input, now, requestId }) {
    return inTenantContext(input.tenantId, requestId, async () => {
      const path = tenantDocuments.member(caller.uid);
      const membership = controlDocuments.membership(caller.uid, input.tenantId);
      if (!(await glimpseTenant((tx) => tx.get(path)))) throw denied();
      const projected = await readControlPlane((control) => control.get(membership));
      return workInTenant({ actor: caller.uid, audited: false, now }, async ({ tx, access, changesMembership }) => {
        const member = await tx.get(path);
        if (!member) throw denied();
        const permissions = [...permissionsOf(member.role, access.roles)];
        const pays = access.status === 'suspended' && permissions.includes('billing:manage');
        const bought = pays && (await tx.get(tenantDocuments.subscription())) !== undefined;
        const behind = member.version < access.floor;
        const version = behind ? access.seq : member.version;
        const isRecent = (at: Instant) => now.getTime() - at.toMillis() < seenEveryMilliseconds;
        const entry: ClaimEntry = [member.role, version];
        const claimed = isEntry(claimOf(caller.token, input.tenantId), entry);
        const listed =
          projected && isEntry([projected.role, projected.version], entry) && isRecent(projected.lastActiveAt);
        if (behind || !claimed || !listed) await changesMembership(caller.uid, { active: true });
        if (behind || !isRecent(member.lastSeenAt)) tx.update(path, { version, lastSeenAt: instantOf(now) });
        const heldBy = permissions.includes('billing:read') ? holdersOf(access.holds) : [];
        return {
          role: member.role,
          version,
          status: access.status,
          permissions,
          ...(heldBy.length > 0 ? { heldBy } : {}),
          ...(bought ? { hasBought: true as const } : {}),
        };
      });
    });
  },
});
