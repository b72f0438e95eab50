import type Stripe from 'stripe';
import { type Portal, portalOf } from '@tenantry/model/billing/price-table';
import { standingOf } from '@tenantry/model/billing/subscription-facts';
import { tenantDocuments } from '../platform/data/documents.ts';
import { webUrl } from '../platform/environment.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { callsOfMoney } from './calls-of-money.ts';
import { tellContact } from './contact/tell-contact.ts';
import { askingStripe } from './stripe/asking-stripe.ts';
import { customerAtStripe } from './stripe/customer-at-stripe.ts';
import { stripe } from './stripe/stripe-client.ts';
import { readBillingRecord } from './sync/billing-record.ts';

/**
 * Answers the address of Stripe's page on which a business changes its plan, cancels, resumes, pays and sees its invoices; one that owes
 * changes no plan there. Seats are not changed there: they follow the team. Throws `state` when there is no customer yet, or none any more.
 */
export const openBillingPortal = memberOperation('openBillingPortal', {
  permissions: ['billing:manage'],
  gate: 'billing',
  audited: true,
  recentLogin: true,
  calls: callsOfMoney,
  async errand({ tx, audit, tenantId }) {
    const [{ customerId, subscriptions }, tenant] = await Promise.all([
      readBillingRecord(tx),
      tx.get(tenantDocuments.tenant()),
    ]);
    if (customerId === null || !tenant) throw nothingToManage();
    const owes = subscriptions.some(({ status }) => standingOf(status) === 'owed');
    audit({ action: 'billing.portal-opened', target: tenantId });
    return ({ caller: { uid, email } }) =>
      askingStripe(async () => {
        // Who was deleted there, or is another account's, has a purchase before them: it makes a new customer.
        const customer = await customerAtStripe(customerId);
        if (!customer || customer.deleted) throw nothingToManage();
        await tellContact(customer, { uid, email });
        const client = await stripe();
        const configuration = await portalConfiguration(client, owes ? 'owed' : 'plans');
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

/**
 * The configuration that the set-up made for this portal, which offers no quantity; the one for plans where an older version of it made that
 * alone. `undefined` is the account's own.
 */
async function portalConfiguration(client: Stripe, portal: Portal): Promise<string | undefined> {
  const { data } = await client.billingPortal.configurations.list({ active: true, limit: 100 });
  const of = (wanted: Portal) => data.find(({ metadata }) => portalOf(metadata) === wanted);
  return (of(portal) ?? of('plans'))?.id;
}
