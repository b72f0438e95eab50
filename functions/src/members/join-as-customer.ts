import type { MemberRole } from '@tenantry/model/roles';
import { controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { requireStatus } from '../platform/operations/member-call.ts';
import { personOperation } from '../platform/operations/operation.ts';
import { inTenantContext } from '../platform/tenant-context.ts';
import { workInTenant } from '../platform/operations/tenant-work.ts';
import { runInControlPlane } from '../platform/data/transactions.ts';
import { addMember } from './membership/membership-changes.ts';
import { callerAsNewcomer } from './membership/newcomer.ts';

const customer: MemberRole = 'customer';

/** Makes the caller a customer of an open shop. Who is in already keeps the role. Takes no seat and is not audited. */
export const joinAsCustomer = personOperation('joinAsCustomer', {
  verifiedEmail: true,
  async run({ caller, input, now, requestId }) {
    const address = await runInControlPlane((control) => control.get(controlDocuments.slug(input.slug)));
    if (!address) throw new Refusal('missing', 'There is no shop at this address.');
    const { tenantId } = address;
    const newcomer = await callerAsNewcomer(caller);
    return inTenantContext(tenantId, requestId, () =>
      workInTenant({ actor: caller.uid, audited: false, now }, async (work) => {
        const [member, profile] = await Promise.all([
          work.tx.get(tenantDocuments.member(caller.uid)),
          work.tx.get(tenantDocuments.profile()),
        ]);
        requireStatus('work', work.access.status);
        if (member) {
          await work.changesMembership(caller.uid, { active: true });
          return { tenantId };
        }
        if (!profile?.joinOpen) {
          const message = 'This shop takes no new customers at the moment. Ask them to invite you.';
          throw new Refusal('state', message, { status: 'closed' });
        }
        await addMember(work, caller, newcomer, customer);
        return { tenantId };
      }),
    );
  },
});
