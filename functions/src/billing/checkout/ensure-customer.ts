import { createHash } from 'node:crypto';
import { controlDocuments, tenantDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { runInControlPlane, runInTenant } from '../../platform/data/transactions.ts';
import { stripe } from '../stripe/stripe-client.ts';
import { readBillingRecord } from '../sync/billing-record.ts';

export type CustomerWish = {
  readonly tenantId: string;
  /** The customer that the business had so far. */
  readonly known: string | null;
  readonly name: string;
  readonly email: string;
  readonly now: Date;
};

/**
 * The customer of the present tenant at Stripe: the known one, or, when there is none or it was deleted, a new one that is
 * registered first and then kept with the tenant. Of two calls at once both get the same one, the one that was kept first.
 */
export async function ensureCustomer({ tenantId, known, name, email, now }: CustomerWish): Promise<string> {
  const client = await stripe();
  if (known !== null) {
    const found = await client.customers.retrieve(known);
    if (!found.deleted) return known;
  }
  const { id } = await client.customers.create(
    { name, email, metadata: { tenantId } },
    { idempotencyKey: `customer-${tenantId}-${known ?? 'first'}-${digestOf(name, email)}` },
  );
  await registerCustomer(id, tenantId, now);
  return keepCustomer(id, known);
}

/** Stripe refuses a key that comes again with other words: another owner, or a new name. */
function digestOf(...words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url');
}

/** Enters into our register whose customer it is. Throws when it is somebody else's: ids of Stripe's are never reused. */
function registerCustomer(customerId: string, tenantId: string, now: Date): Promise<void> {
  return runInControlPlane(async (control) => {
    const path = controlDocuments.stripeCustomer(customerId);
    const registered = await control.get(path);
    if (registered && registered.tenantId !== tenantId)
      throw new Error('A new customer is registered to another tenant.');
    if (!registered) control.create(path, { tenantId, createdAt: instantOf(now) });
  });
}

/** Keeps a customer with the tenant, in the place of the known one; who was faster stays. */
function keepCustomer(customerId: string, known: string | null): Promise<string> {
  return runInTenant(async (tx) => {
    const record = await readBillingRecord(tx);
    if (record.customerId !== known && record.customerId !== null) return record.customerId;
    tx.set(tenantDocuments.billing(), { ...record, customerId, fence: record.fence + 1 });
    return customerId;
  });
}
