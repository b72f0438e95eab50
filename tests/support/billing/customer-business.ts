import { type Interval, lookupKeyOf, type PaidPlan } from '@tenantry/model/billing/price-table';
import { paths } from '@tenantry/model/paths';
import type { Stripe } from 'stripe';
import { database, readDocument } from '../database.ts';
import { newTenant } from '../people.ts';
import { billingPath, billingRecord, registeredCustomer, stackStripe } from './stack-stripe.ts';

export type CustomerBusiness = Awaited<ReturnType<typeof newCustomerBusiness>>;

/** A business whose customer at Stripe has a good card, on a clock of its own where one is named. It never was in step. */
export async function newCustomerBusiness(clock?: string) {
  const tenant = await newTenant();
  const customer = await registeredCustomer(tenant.tenantId, clock);
  await database()
    .doc(billingPath(tenant.tenantId))
    .set({ ...billingRecord('free', customer), overrides: {} });
  await giveCard(customer, 'pm_card_visa');
  return { ...tenant, customer };
}

/** Has a customer pay with another card from now on, by one of Stripe's test ids. */
export async function giveCard(customer: string, testId: string): Promise<void> {
  const stripe = stackStripe();
  const { id } = await stripe.paymentMethods.attach(testId, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
}

/** Buys a plan for a customer with the card in use, without a trial. */
export async function subscribe(
  customer: string,
  plan: PaidPlan,
  interval: Interval = 'month',
): Promise<Stripe.Subscription> {
  const stripe = stackStripe();
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKeyOf(plan, interval)] });
  return stripe.subscriptions.create({ customer, items: [{ price: data[0]?.id ?? '', quantity: 1 }] });
}

/** The plan that is in force for a business. */
export async function planOf(tenantId: string): Promise<unknown> {
  return (await readDocument(paths.tenant(tenantId)))?.plan;
}
