import type Stripe from 'stripe';
import { catalogue, customerWith, day, start, trial } from '../client.ts';

/** One answer of each kind that the double gives, as JSON, by the name that Stripe's examples have. */
export async function answers(): Promise<Readonly<Record<string, unknown>>> {
  const { double, stripe } = trial();
  const { product, monthly } = await catalogue(stripe);
  const customer = await customerWith(stripe);
  const subscription = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] });
  const [charge] = (await stripe.charges.list({ customer: customer.id })).data;
  const refund = await stripe.refunds.create({ charge: charge?.id ?? '' });
  const [intent] = (await stripe.paymentIntents.list({ customer: customer.id })).data;
  const meter = await stripe.billing.meters.create({
    event_name: 'orders',
    display_name: 'Orders',
    default_aggregation: { formula: 'sum' },
  });
  const told = { event_name: 'orders', identifier: 'a', payload: { stripe_customer_id: customer.id, value: '3' } };
  const range = { customer: customer.id, start_time: start - day, end_time: start + day };
  const configuration = await stripe.billingPortal.configurations.create({
    features: {
      customer_update: { enabled: true, allowed_updates: ['email'] },
      subscription_update: {
        enabled: true,
        default_allowed_updates: ['price'],
        products: [{ product: product.id, prices: [monthly.id] }],
      },
    },
  });
  const session: Stripe.Checkout.SessionCreateParams = {
    mode: 'subscription',
    line_items: [{ price: monthly.id, quantity: 1 }],
    success_url: 'http://shop.test',
    customer: customer.id,
  };
  const checkout = await stripe.checkout.sessions.create(session);
  const [item] = subscription.items.data;
  const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data;
  const [invoice] = (await stripe.invoices.list({ customer: customer.id })).data;
  const meterEvent = await stripe.billing.meterEvents.create(told);
  const summary = (await stripe.billing.meters.listEventSummaries(meter.id, range)).data[0];
  const all = {
    customer: await stripe.customers.retrieve(customer.id),
    product,
    price: monthly,
    subscription,
    subscription_item: item,
    invoice,
    line_item: invoice?.lines.data[0],
    payment_method: method,
    payment_intent: intent,
    charge: await stripe.charges.retrieve(charge?.id ?? '', { expand: ['refunds'] }),
    refund,
    'checkout.session': checkout,
    'billing_portal.configuration': configuration,
    'billing_portal.session': await stripe.billingPortal.sessions.create({
      customer: customer.id,
      return_url: 'http://shop.test',
    }),
    'billing.meter': meter,
    'billing.meter_event': meterEvent,
    'billing.meter_event_summary': summary,
    'billing.meter_event_adjustment': await stripe.billing.meterEventAdjustments.create({
      event_name: 'orders',
      type: 'cancel',
      cancel: { identifier: 'a' },
    }),
    'test_helpers.test_clock': await stripe.testHelpers.testClocks.create({ frozen_time: start }),
    event: double.events().at(-1),
  };
  // What the SDK adds to an answer does not come from the double; what is JSON is what was sent.
  return JSON.parse(JSON.stringify(all)) as Readonly<Record<string, unknown>>;
}
