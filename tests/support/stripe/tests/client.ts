import type Stripe from 'stripe';
import Sdk from 'stripe';
import { createStripeDouble, type DoubleOptions, type StripeDouble } from '../double.ts';

/** Noon on a first of March: months ahead have 31, 30 and 28 days. */
export const start = Date.UTC(2026, 2, 1, 12) / 1000;
export const day = 86_400;
export const secret = 'whsec_test';

export type Trial = { readonly double: StripeDouble; readonly stripe: Stripe };

/** A double and the real SDK that talks to it, on a clock that stands still unless it is moved. */
export function trial(options: Partial<DoubleOptions> = {}): Trial {
  const double = createStripeDouble({ now: () => start * 1000, webhook: { secret }, ...options });
  const stripe = new Sdk('sk_test_double', {
    httpClient: Sdk.createFetchHttpClient(double.fetch),
    maxNetworkRetries: 0,
  });
  return { double, stripe };
}

export type Catalogue = {
  readonly product: Stripe.Product;
  readonly monthly: Stripe.Price;
  readonly yearly: Stripe.Price;
  readonly bigger: Stripe.Price;
};

export async function catalogue(stripe: Stripe): Promise<Catalogue> {
  const product = await stripe.products.create({ name: 'Pro' });
  const price = (unit_amount: number, interval: 'month' | 'year', lookup_key: string): Promise<Stripe.Price> =>
    stripe.prices.create({ product: product.id, currency: 'eur', unit_amount, lookup_key, recurring: { interval } });
  return {
    product,
    monthly: await price(1000, 'month', 'pro-month'),
    yearly: await price(10_000, 'year', 'pro-year'),
    bigger: await price(3000, 'month', 'business-month'),
  };
}

export async function customerWith(
  stripe: Stripe,
  method = 'pm_card_visa',
  params: Stripe.CustomerCreateParams = {},
): Promise<Stripe.Customer> {
  return stripe.customers.create({
    email: 'mia@shop.example',
    payment_method: method,
    invoice_settings: { default_payment_method: method },
    ...params,
  });
}

/** The types of events so far, oldest first; cleared by reading. */
export function typesSince(double: StripeDouble, count: number): readonly string[] {
  return double
    .events()
    .slice(count)
    .map(({ type }) => type);
}
