import { tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import { readTenant, runInTenant } from '../../platform/data/transactions.ts';
import { customerAtStripe } from '../stripe/customer-at-stripe.ts';
import { readBillingRecord } from '../sync/billing-record.ts';
import { mayPay } from './choose-contact.ts';
import { isBeingTold } from './is-being-told.ts';
import { tellContact } from './tell-contact.ts';

/**
 * Has Stripe write to somebody who may look after the present tenant's payments, where the one whom it writes to may no more, or nobody
 * knows whom it was told of last. Asks Stripe nothing where all is well. Throws what the SDK throws when Stripe can't be asked.
 */
export async function keepContact(): Promise<void> {
  const customerId = await readTenant(customerToTell);
  if (customerId === undefined) return;
  const customer = await customerAtStripe(customerId);
  if (customer && !customer.deleted) await tellContact(customer);
  else await runInTenant((tx) => forgetContact(tx, customerId));
}

/** The customer, where Stripe is to be told another address or may have to be. */
async function customerToTell(tx: TenantTransaction): Promise<string | undefined> {
  const { customerId, contact } = await readBillingRecord(tx);
  if (customerId === null) return undefined;
  const isSettled = contact && !isBeingTold(contact);
  if (isSettled && (contact.uid === null || mayPay(await tx.get(tenantDocuments.member(contact.uid)))))
    return undefined;
  return customerId;
}

/** Nobody is written to about a customer who was deleted. */
async function forgetContact(tx: TenantTransaction, customerId: string): Promise<void> {
  const record = await readBillingRecord(tx);
  if (record.customerId !== customerId) return;
  tx.set(tenantDocuments.billing(), { ...record, contact: { uid: null, telling: {} } });
}
