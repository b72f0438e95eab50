import { inviteDocument, memberDocument } from '@tenantry/model/documents/people';
import { countersDocument } from '@tenantry/model/documents/tenants';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { readTenant } from '../../platform/data/transactions.ts';
import { inviteSeats, membershipSeats } from '../../members/membership/seats.ts';
import type { BusinessCheck } from '../check.ts';
import { declarePages, eachPage } from '../pages.ts';
import { isWellShaped, wellShaped } from '../shape.ts';

const memberPages = declarePages('members');
const invitePages = declarePages('invites');
const productPages = declarePages('products');

/** Invariant 4: what is counted is what there is, and somebody owns the business. */
export const counters: BusinessCheck = {
  looksAt: 'members, invitations, products',
  async look(_, found) {
    const { counted, present } = await readTenant(async (tx) => {
      const sums = { seatsUsed: 0, owners: 0, seatsInvited: 0, products: 0 };
      for await (const page of eachPage(tx, tenantDocuments.members(), memberPages)) {
        for (const { data } of wellShaped(page, 'members', memberDocument, found)) {
          const { seatsUsed, owners } = membershipSeats(undefined, data.role);
          sums.seatsUsed += seatsUsed;
          sums.owners += owners;
        }
      }
      for await (const page of eachPage(tx, tenantDocuments.invites(), invitePages)) {
        for (const { data } of wellShaped(page, 'invites', inviteDocument, found))
          if (data.status === 'open') sums.seatsInvited += inviteSeats(data.role, 1).seatsInvited;
      }
      for await (const page of eachPage(tx, tenantDocuments.products(), productPages)) {
        found.lookAt(page.length);
        sums.products += page.length;
      }
      return { counted: await tx.get(tenantDocuments.counters()), present: sums };
    });
    // What has not its shape is not counted: no sum is right without it.
    if (found.wrong > 0) return;
    if (present.owners < 1)
      found.add({
        about: 'owners',
        is: 'none',
        shouldBe: 'at least one',
        remedy: 'Find out whose business it is, and make them an owner by hand.',
      });
    if (counted && !isWellShaped('system/counters', counted, countersDocument, found)) return;
    for (const [what, count] of Object.entries(present)) {
      const shown = counted?.[what as keyof typeof present];
      found.expect(`${what} of system/counters`, shown, count, `Set it to ${count} while nobody is at work there.`);
    }
  },
};
