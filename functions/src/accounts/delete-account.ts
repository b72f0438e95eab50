import { can, takesSeat } from '@tenantry/model/roles';
import { changeMembership } from '../members/membership/membership-changes.ts';
import { openInvitesOf } from '../members/invitations/invitations.ts';
import { controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import { deleteSignIn } from '../platform/data/sign-ins.ts';
import { runInControlPlane, runInTenant } from '../platform/data/transactions.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { personOperation } from '../platform/operations/operation.ts';
import { workInTenant } from '../platform/operations/tenant-work.ts';
import { inEach, tenantsOf } from './own-tenants.ts';

/**
 * Deletes the caller's account: leaves every business, then the profile goes, and the sign-in last, so that whoever is
 * cut off half-way can sign in and ask again. Orders stay with the shops that they were placed in. Throws `last-owner`
 * before anything is touched, with the names of the businesses, and `state` for an operator of the platform.
 */
export const deleteAccount = personOperation('deleteAccount', {
  verifiedEmail: false,
  recentLogin: true,
  async run({ caller, now, requestId }) {
    const { uid } = caller;
    if (await runInControlPlane((control) => control.get(controlDocuments.operator(uid)))) {
      throw new Refusal('state', 'You run the platform. Have that taken from you first.');
    }
    const tenants = await tenantsOf(caller);
    const left = (await inEach(tenants, requestId, () => ownedAlone(uid))).filter((name) => name !== undefined);
    if (left.length > 0) {
      throw new Refusal('last-owner', `Nobody else owns ${left.join(', ')}. Make somebody else an owner first.`);
    }
    await inEach(tenants, requestId, () => leave(uid, now));
    await runInControlPlane(async (control) => {
      control.delete(controlDocuments.userClaims(uid));
      control.delete(controlDocuments.user(uid));
      return Promise.resolve();
    });
    await deleteSignIn(uid);
    return {};
  },
});

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
    const withdrawn = member.email === '' ? [] : await openInvitesOf(work.tx, member.email);
    await changeMembership(work, member, undefined, { withdrawn });
    if (takesSeat(member.role)) work.audit({ action: 'member.left', target: uid, details: { role: member.role } });
  });
}
