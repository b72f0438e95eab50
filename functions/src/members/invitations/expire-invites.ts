import { declareQuery } from '../../platform/data/declared-query.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { forEveryTenant } from '../../platform/data/tenants/every-tenant.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { workInTenant } from '../../platform/operations/tenant-work.ts';
import { markExpired } from './invitations.ts';
import { inviteSeats, planSeats } from '../membership/seats.ts';

const batchSize = 200;
const dueInvites = declareQuery('invites', {
  where: [
    ['status', '=='],
    ['expiresAt', '<='],
  ],
  orderBy: [['expiresAt', 'asc']],
});

/** Marks invitations that have run out, so that they take no seat any more. Answers how many. */
export async function expireInvites(now: Date): Promise<{ tenants: number; expired: number }> {
  let expired = 0;
  const tenants = await forEveryTenant(now, async () => {
    for (let batch = batchSize; batch === batchSize; expired += batch) batch = await expireBatch(now);
  });
  return { tenants, expired };
}

/** Marks up to `batchSize` of the present tenant's. Answers how many. */
function expireBatch(now: Date): Promise<number> {
  return workInTenant({ actor: 'schedule:expireInvites', audited: 'when-changed', now }, async (work) => {
    const { tx } = work;
    const due = await tx.find(tenantDocuments.invites(), dueInvites, ['open', instantOf(now)], batchSize);
    const writeSeats = await planSeats(tx, ...due.map(({ data }) => inviteSeats(data.role, -1)));
    for (const { id, data } of due) markExpired(work, id, data);
    writeSeats();
    return due.length;
  });
}
