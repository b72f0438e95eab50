import { randomBytes } from 'node:crypto';
import { Timestamp } from 'firebase-admin/firestore';

export const newEventId = (): string => `evt_${randomBytes(10).toString('hex')}`;

/** An event in the inbox that could not be carried out, of a customer of nobody's unless told otherwise. */
export function failedEvent(tenantId: string, fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const at = Timestamp.now();
  return {
    type: 'customer.updated',
    customerId: null,
    tenantId,
    status: 'failed',
    attempts: 1,
    createdAt: at,
    receivedAt: at,
    processedAt: null,
    error: 'Error',
    expiresAt: Timestamp.fromMillis(at.toMillis() + 3_600_000),
    ...fields,
  };
}
