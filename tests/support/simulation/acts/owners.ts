import { Timestamp } from 'firebase-admin/firestore';
import type { Handlers } from '../handlers.ts';
import { tenantId } from '../world.ts';

/** The founder, who is there at the beginning, and two others. */
const people = ['owner', 'partner', 'heir'] as const;
const emailOf = (uid: string) => `${uid}@example.com`;

/** Somebody becomes an owner, or leaves, as `membership-changes.ts` puts it together. Throws `last-owner`. */
export function changeOwner(handlers: Handlers, who: number, comes: boolean, now: Date): Promise<void> {
  const { inTenantContext, workInTenant, tenantDocuments, membershipSeats, planSeats, announceSeats } = handlers;
  const uid = people[who] ?? 'owner';
  return inTenantContext(tenantId, 'owners', () =>
    workInTenant({ actor: 'owner', audited: false, now }, async (work) => {
      const member = await work.tx.get(tenantDocuments.member(uid));
      if ((member !== undefined) === comes) return;
      const change = comes ? membershipSeats(undefined, 'owner') : membershipSeats('owner', undefined);
      const [writeSeats] = await Promise.all([planSeats(work.tx, change), announceSeats(work, [change])]);
      writeSeats();
      const at = Timestamp.fromDate(now);
      const joined = {
        uid,
        role: 'owner',
        version: 1,
        email: emailOf(uid),
        displayName: uid,
        joinedAt: at,
        lastSeenAt: at,
      };
      if (comes) work.tx.create(tenantDocuments.member(uid), joined);
      else work.tx.delete(tenantDocuments.member(uid));
    }),
  );
}

/** What opening Stripe's pages does before they open; whoever asks may be an owner no more by then. */
export function openPages(handlers: Handlers, customerId: string, who: number): Promise<void> {
  const { inTenantContext, customerAtStripe, tellContact } = handlers;
  const uid = people[who] ?? 'owner';
  return inTenantContext(tenantId, 'portal', async () => {
    const customer = await customerAtStripe(customerId);
    if (customer && !customer.deleted) await tellContact(customer, { uid, email: emailOf(uid) });
  });
}
