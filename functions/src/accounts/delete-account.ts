import { can, takesSeat } from '@tenantry/model/roles';
import { changeMembership } from '../members/membership/membership-changes.ts';
import { openInvitesTo } from '../members/invitations/open-invites-to.ts';
import { controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import { writersDone } from '../platform/claims/writers-done.ts';
import { deleteSignIn, endSignIns } from '../platform/data/sign-ins/sign-ins.ts';
import { runInControlPlane, runInTenant } from '../platform/data/transactions.ts';
import type { Caller } from '../platform/operations/caller.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { personOperation } from '../platform/operations/operation.ts';
import { workInTenant } from '../platform/operations/tenant-work.ts';
import { inEach, tenantsOf } from './own-tenants.ts';

/**
 * Deletes the caller's account: leaves every business, then the profile goes, and the sign-in last, so that whoever is
 * cut off half-way can sign in and ask again. Orders stay with the shops that they were placed in. Throws `last-owner`
 * before anything is touched, with the names of the businesses, and `state` for an operator of the platform; who was founding
 * or joining a business meanwhile may be told `last-owner` or `contention`, signed out and in all their businesses still.
 */
export const deleteAccount = personOperation('deleteAccount', {
  verifiedEmail: false,
  recentLogin: true,
  async run({ caller, now, requestId }) {
    const { uid } = caller;
    if (await runInControlPlane((control) => control.get(controlDocuments.operator(uid)))) {
      throw new Refusal('state', 'You run the platform. Have that taken from you first.');
    }
    await requireOthersOwn(caller, requestId);
    // No call comes after this; what was under way may have let the person in somewhere, and is waited for.
    await endSignIns(uid);
    await writersDone(uid);
    const tenants = await requireOthersOwn(caller, requestId);
    await inEach(tenants, requestId, () => leave(uid, now));
    await forget(uid);
    await deleteSignIn(uid);
    // A call that was refused in between may have noted down who made it.
    await forget(uid);
    return {};
  },
});

function forget(uid: string): Promise<void> {
  return runInControlPlane(async (control) => {
    control.delete(controlDocuments.userClaims(uid));
    control.delete(controlDocuments.user(uid));
    return Promise.resolve();
  });
}

/** The caller's businesses. Throws `last-owner` when one of them would be left without an owner. */
async function requireOthersOwn(caller: Caller, requestId: string): Promise<readonly string[]> {
  const tenants = await tenantsOf(caller);
  const left = (await inEach(tenants, requestId, () => ownedAlone(caller.uid))).filter((name) => name !== undefined);
  if (left.length > 0) {
    throw new Refusal('last-owner', `Nobody else owns ${left.join(', ')}. Make somebody else an owner first.`);
  }
  return tenants;
}

/** The name of the present tenant when this person is the only owner that it has. */
function ownedAlone(uid: string): Promise<string | undefined> {
  return runInTenant(async (tx) => {
    const [member, counters, tenant] = await Promise.all([
      tx.get(tenantDocuments.member(uid)),
      tx.get(tenantDocuments.counters()),
      tx.get(tenantDocuments.tenant()),
    ]);
    const alone = member !== undefined && can(member.role, 'owner:manage') && (counters?.owners ?? 0) <= 1;
    return alone ? (tenant?.name ?? '') : undefined;
  });
}

function leave(uid: string, now: Date): Promise<void> {
  return workInTenant({ actor: uid, audited: 'when-changed', now }, async (work) => {
    const member = await work.tx.get(tenantDocuments.member(uid));
    if (!member) return;
    const withdrawn = await openInvitesTo(work.tx, [member]);
    await changeMembership(work, member, undefined, { withdrawn });
    if (takesSeat(member.role)) work.audit({ action: 'member.left', target: uid, details: { role: member.role } });
  });
}
