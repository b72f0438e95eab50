import { tenantDocuments } from '../platform/data/documents.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { callsOfMoney } from './calls-of-money.ts';
import { ensureCustomer } from './checkout/ensure-customer.ts';
import { openPage } from './checkout/open-page.ts';
import { atPriceOf } from './checkout/price-of.ts';
import { askingStripe } from './stripe/asking-stripe.ts';
import { readBillingRecord } from './sync/billing-record.ts';

/**
 * Begins the purchase of a plan: answers the address of Stripe's page, on which it is completed; a page that was opened before can't be
 * completed any more. The first subscription of a business begins with a trial. Throws `state` when one runs already, which is
 * changed in the billing portal, and `contention` when somebody begins another purchase meanwhile.
 */
export const startCheckout = memberOperation('startCheckout', {
  permissions: ['billing:manage'],
  gate: 'billing',
  audited: true,
  recentLogin: true,
  calls: callsOfMoney,
  async errand({ tx, audit, tenantId, input: { plan, interval } }) {
    const [record, tenant, counters] = await Promise.all([
      readBillingRecord(tx),
      tx.get(tenantDocuments.tenant()),
      tx.get(tenantDocuments.counters()),
    ]);
    if (!tenant) throw new Error('This tenant lacks its own document.');
    const checkout = (record.checkouts ?? 0) + 1;
    tx.set(tenantDocuments.billing(), { ...record, checkouts: checkout });
    audit({ action: 'billing.checkout-started', target: tenantId, details: { plan, interval } });
    const { slug } = tenant;
    const seats = Math.max(1, counters?.seatsUsed ?? 1);
    return ({ caller: { uid, email }, now }) =>
      askingStripe(async () => {
        const customer = await ensureCustomer({ tenantId, known: record.customerId, buyer: { uid, email }, now });
        const purchase = { tenantId, slug, customer, seats, checkout };
        return { url: await atPriceOf({ plan, interval }, now, (price) => openPage({ ...purchase, price })) };
      });
  },
});
