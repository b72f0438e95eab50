import { takesSeat } from '@tenantry/model/roles';
import { tenantDocuments } from '../platform/data/documents.ts';
import { endSignIns } from '../platform/data/sign-ins/sign-ins.ts';
import { renewMembership } from '../members/membership/membership-changes.ts';
import { personOperation } from '../platform/operations/operation.ts';
import { workInTenant } from '../platform/operations/tenant-work.ts';
import { inEach, tenantsOf } from './own-tenants.ts';

/**
 * Ends every token that the caller has anywhere, the one of this call among them: in each business the version of the
 * membership is renewed, so that tokens die with that commit, then no refresh token makes another one, and then all is
 * renewed once more: a page that was open may have fetched a token with the new version meanwhile. Asked again after it
 * broke off, it does all of it again.
 */
export const signOutEverywhere = personOperation('signOutEverywhere', {
  verifiedEmail: false,
  async run({ caller, now, requestId }) {
    const renewAll = async (written: 'written' | 'unwritten') => {
      await inEach(await tenantsOf(caller), requestId, () => renew(caller.uid, now, written));
    };
    await renewAll('written');
    await endSignIns(caller.uid);
    await renewAll('unwritten');
    return {};
  },
});

/** Renews the membership of the present tenant, if there is one. In the audit log it is one act, written the first time. */
function renew(uid: string, now: Date, written: 'written' | 'unwritten'): Promise<void> {
  return workInTenant({ actor: uid, audited: 'when-changed', now }, async (work) => {
    const member = await work.tx.get(tenantDocuments.member(uid));
    if (!member) return;
    await renewMembership(work, member);
    // Customers write no audit entry, so that no document of a shop runs hot.
    if (written === 'written' && takesSeat(member.role)) work.audit({ action: 'member.signed-out', target: uid });
  });
}
