import type { Handlers } from '../handlers.ts';
import { tenantId } from '../world.ts';

/** People come or go until so many seats are used, in one transaction of the application's own. Throws `plan-limit`. */
export function changeTeam(handlers: Handlers, used: number, now: Date): Promise<void> {
  const { inTenantContext, workInTenant, tenantDocuments, membershipSeats, planSeats, announceSeats } = handlers;
  return inTenantContext(tenantId, 'team', () =>
    workInTenant({ actor: 'owner', audited: false, now }, async (work) => {
      const counters = await work.tx.get(tenantDocuments.counters());
      const by = used - (counters?.seatsUsed ?? 0);
      const change = by > 0 ? membershipSeats(undefined, 'member') : membershipSeats('member', undefined);
      const changes = Array.from({ length: Math.abs(by) }, () => change);
      const [writeSeats] = await Promise.all([planSeats(work.tx, ...changes), announceSeats(work, changes)]);
      writeSeats();
    }),
  );
}
