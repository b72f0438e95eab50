import type { Timestamp } from 'firebase-admin/firestore';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { database } from '../../support/database.ts';
import type { Person } from '../../support/people.ts';
import type { Aim } from './attempts.ts';

const micros = ({ seconds, nanoseconds }: Timestamp) => seconds * 1_000_000 + Math.floor(nanoseconds / 1_000);

/** When the access document was last committed, by the database's clock, in microseconds. */
export async function accessChangedAt(tenantId: string): Promise<number> {
  const { updateTime } = await database().doc(inTenant(tenantId, tenantPaths.access())).get();
  if (!updateTime) throw new Error(`${tenantId} has no access document.`);
  return micros(updateTime);
}

/** When each document that a person's tries left in a business was last committed. */
export async function tracesOf({ uid }: Person, { tenantId, orderId }: Aim): Promise<number[]> {
  const tenant = database().doc(inTenant(tenantId, ''));
  const found = await Promise.all([
    tenant.collection('products').where('updatedBy', '==', uid).get(),
    tenant.collection('orders').where('message', '==', uid).get(),
    tenant.collection(`orders/${orderId}/notes`).where('authorUid', '==', uid).get(),
    tenant.collection('audit').where('actor', '==', uid).get(),
  ]);
  return found.flatMap(({ docs }) => docs.map(({ updateTime }) => micros(updateTime)));
}
