import type Stripe from 'stripe';
import { portalMetadataKey } from '@tenantry/model/billing/price-table';
import { tenantDocuments } from '../platform/data/documents.ts';
import { webUrl } from '../platform/environment.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { callsOfMoney } from './calls-of-money.ts';
import { keepDetails } from './checkout/customer-details.ts';
import { askingStripe } from './stripe/asking-stripe.ts';
import { customerAtStripe } from './stripe/customer-at-stripe.ts';
import { stripe } from './stripe/stripe-client.ts';
import { readBillingRecord } from './sync/billing-record.ts';

/**
 * Answers the address of Stripe's page on which a business changes its plan, cancels, resumes, pays and sees its invoices.
 * Seats are not changed there: they follow the team. Throws `state` when there is no customer yet, or none any more.
 */
export const openBillingPortal = memberOperation('openBillingPortal', {
  permissions: ['billing:manage'],
  gate: 'billing',
  audited: true,
  recentLogin: true,
  calls: callsOfMoney,
  async errand({ tx, audit, tenantId }) {
    const [{ customerId }, tenant] = await Promise.all([readBillingRecord(tx), tx.get(tenantDocuments.tenant())]);
    if (customerId === null || !tenant) throw nothingToManage();
    audit({ action: 'billing.portal-opened', target: tenantId });
    return ({ caller: { email } }) =>
      askingStripe(async () => {
        // Who was deleted there, or is another account's, has a purchase before them: it makes a new customer.
        const customer = await customerAtStripe(customerId);
        if (!customer || customer.deleted) throw nothingToManage();
        await keepDetails(customer, { name: tenant.name, email });
        const client = await stripe();
        const configuration = await portalConfiguration(client);
        const session = {
          customer: customerId,
          ...(configuration === undefined ? {} : { configuration }),
          return_url: `${webUrl.value()}/t/${encodeURIComponent(tenant.slug)}/billing?checkout=done`,
        };
        const { url } = await client.billingPortal.sessions.create(session);
        return { url };
      });
  },
});

function nothingToManage(): Refusal {
  return new Refusal('state', 'There is nothing to manage yet. Choose a plan first.', { status: 'none' });
}

/** The configuration that the set-up made, which offers no quantity; `undefined` is the account's own. */
async function portalConfiguration(client: Stripe): Promise<string | undefined> {
  const { data } = await client.billingPortal.configurations.list({ active: true, limit: 100 });
  return data.find(({ metadata }) => metadata !== null && Object.hasOwn(metadata, portalMetadataKey))?.id;
}
