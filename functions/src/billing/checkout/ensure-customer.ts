import { trialUsedBy } from '@tenantry/model/billing/trial';
import { controlDocuments, tenantDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { runInControlPlane, runInTenant } from '../../platform/data/transactions.ts';
import type { Contact } from '../contact/choose-contact.ts';
import { tellContact } from '../contact/tell-contact.ts';
import { customerAtStripe } from '../stripe/customer-at-stripe.ts';
import { readStripe } from '../stripe/read-stripe.ts';
import { stripe } from '../stripe/stripe-client.ts';
import { readBillingRecord } from '../sync/billing-record.ts';

export type CustomerWish = {
  readonly tenantId: string;
  /** The customer that the business had so far. */
  readonly known: string | null;
  /** Who buys. */
  readonly buyer: Contact;
  readonly now: Date;
};

/**
 * The customer of the present tenant at Stripe: the known one, or, when there is none, it was deleted or is another account's, a new
 * one that is registered first and then kept with the tenant. All who call at once get the same one. Stripe writes to who buys.
 */
export async function ensureCustomer({ tenantId, known, buyer, now }: CustomerWish): Promise<string> {
  const present = known === null ? undefined : await customerAtStripe(known);
  if (present && !present.deleted) {
    // Whoever made it may have died before it had a name.
    await tellContact(present, buyer);
    return present.id;
  }
  // A new customer has bought nothing: what the former one had tried is noted before nobody can be asked about it any more.
  const tried = present !== undefined && trialUsedBy((await readStripe(present.id)).subscriptions);
  const client = await stripe();
  // The same words under the same key, whoever calls, or the slower of two owners would leave a customer behind. For an hour: under
  // its key Stripe repeats a failure too.
  const hour = Math.floor(now.getTime() / 3_600_000);
  const made = await client.customers.create(
    { metadata: { tenantId } },
    { idempotencyKey: `customer-of-${tenantId}-${known ?? 'first'}-${hour}` },
  );
  await registerCustomer(made.id, tenantId, now);
  const kept = await keepCustomer(made.id, known, tried);
  // Two calls on both sides of an hour.
  if (kept !== made.id) await client.customers.del(made.id);
  else await tellContact(made, buyer);
  return kept;
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
function keepCustomer(customerId: string, known: string | null, tried: boolean): Promise<string> {
  return runInTenant(async (tx) => {
    const record = await readBillingRecord(tx);
    if (record.customerId !== known && record.customerId !== null) return record.customerId;
    const trialUsed = tried || record.trialUsed === true || trialUsedBy(record.subscriptions);
    // Of this customer nothing was heard yet, and of nobody told, whatever was of a former one or of none.
    const { contact: _contact, ...kept } = record;
    const next = { ...kept, customerId, trialUsed, syncedAt: null, fence: record.fence + 1 };
    tx.set(tenantDocuments.billing(), next);
    return customerId;
  });
}
