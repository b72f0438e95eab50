import { declareQuery } from '../platform/data/declared-query.ts';
import { controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import { findDatabaseOf } from '../platform/data/tenants/placement.ts';
import { personOperation } from '../platform/operations/operation.ts';
import { profileOf } from '../platform/operations/person.ts';
import { inTenantContext } from '../platform/tenant-context.ts';
import { runInControlPlane, runInTenant } from '../platform/data/transactions.ts';

const everyMembership = declareQuery('memberships', {});

/** Changes one's own name and language, takes over the token's verified e-mail, and copies both to one's memberships. */
export const updateProfile = personOperation('updateProfile', {
  verifiedEmail: false,
  async run({ caller, input, requestId }) {
    const { profile, tenants } = await runInControlPlane(async (control) => {
      const user = await control.get(controlDocuments.user(caller.uid));
      const memberships = await control.find(controlDocuments.memberships(caller.uid), everyMembership);
      const present = profileOf(caller, user);
      const next = {
        displayName: input.displayName ?? present.displayName,
        email: present.email,
        locale: input.locale ?? present.locale,
      };
      control.merge(controlDocuments.user(caller.uid), next);
      return { profile: next, tenants: memberships.map(({ id }) => id) };
    });
    for (const tenantId of tenants) {
      // A tenant that is gone may stand in the list still: there is no member to change.
      if ((await findDatabaseOf(tenantId)) === undefined) continue;
      await inTenantContext(tenantId, requestId, () => copyIntoMember(caller.uid, profile));
    }
    return {};
  },
});

function copyIntoMember(uid: string, { displayName, email }: { displayName: string; email: string }): Promise<void> {
  return runInTenant(async (tx) => {
    const member = await tx.get(tenantDocuments.member(uid));
    const differs = member && (member.displayName !== displayName || member.email !== email);
    if (differs) tx.update(tenantDocuments.member(uid), { displayName, email });
  });
}
