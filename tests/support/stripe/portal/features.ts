import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { badRequest } from '../request/errors.ts';
import type { Parsed } from '../request/kinds.ts';
import type { featuresTable } from './parameters.ts';

export type Features = Stripe.BillingPortal.Configuration['features'];

/** A portal that offers nothing. */
export const nothing: Features = {
  customer_update: { allowed_updates: [], enabled: false },
  invoice_history: { enabled: false },
  payment_method_update: { enabled: false, payment_method_configuration: null },
  subscription_cancel: {
    cancellation_reason: { enabled: false, feedback_options: null, options: [] },
    enabled: false,
    mode: 'at_period_end',
    proration_behavior: 'none',
  },
  subscription_pause: { duration: { interval_options: [], type: 'indefinite' }, enabled: false },
  subscription_update: {
    billing_cycle_anchor: null,
    default_allowed_updates: [],
    enabled: false,
    proration_behavior: 'none',
    schedule_at_period_end: { conditions: [] },
    trial_update_behavior: 'end_trial',
  },
};

type Products = NonNullable<Features['subscription_update']['products']>;

/** An answer shows them only when it is asked for them: they stand beside the configuration. */
const productsKey = (configuration: string): string => `portal-products/${configuration}`;

/** What a configuration lets somebody change to. */
export function productsOf(account: Account, configuration: string): Products {
  return (account.notes.get(productsKey(configuration)) as Products | undefined) ?? [];
}

/** Keeps the products that are given; null takes all away. Throws for prices that are not their product's. */
export function keepProducts(account: Account, configuration: string, given: Parsed<typeof featuresTable>): void {
  const products = given.subscription_update?.products;
  if (products === undefined) return;
  const kept = (products ?? []).map(({ product, prices, adjustable_quantity: quantity }) => {
    for (const price of prices)
      if (account.get('price', price, 'features[subscription_update][products]').product !== product)
        throw badRequest(
          `The price ${price} is not of the product ${product}.`,
          'features[subscription_update][products]',
        );
    return {
      product,
      prices: [...prices],
      adjustable_quantity: {
        enabled: quantity?.enabled ?? false,
        maximum: quantity?.maximum ?? null,
        minimum: quantity?.minimum ?? 0,
      },
    };
  });
  account.notes.set(productsKey(configuration), kept);
}

/** What a portal offers: what was given over what was there. */
export function featuresFrom(before: Features, given: Parsed<typeof featuresTable>): Features {
  const { customer_update: customer, subscription_cancel: cancel, subscription_update: update } = given;
  const reason = cancel?.cancellation_reason;
  const { products: _, ...old } = before.subscription_update;
  const conditions = update?.schedule_at_period_end?.conditions;
  return {
    ...before,
    customer_update: {
      allowed_updates: [...(customer?.allowed_updates ?? before.customer_update.allowed_updates)],
      enabled: customer?.enabled ?? before.customer_update.enabled,
    },
    invoice_history: given.invoice_history ?? before.invoice_history,
    payment_method_update: { ...before.payment_method_update, ...given.payment_method_update },
    subscription_cancel: {
      ...before.subscription_cancel,
      enabled: cancel?.enabled ?? before.subscription_cancel.enabled,
      mode: cancel?.mode ?? before.subscription_cancel.mode,
      proration_behavior: cancel?.proration_behavior ?? before.subscription_cancel.proration_behavior,
      ...(reason
        ? {
            cancellation_reason: {
              enabled: reason.enabled,
              feedback_options: null,
              options: [...(reason.options ?? [])],
            },
          }
        : {}),
    },
    subscription_pause: { ...before.subscription_pause, ...given.subscription_pause },
    subscription_update: {
      ...old,
      default_allowed_updates: [...(update?.default_allowed_updates ?? old.default_allowed_updates)],
      enabled: update?.enabled ?? old.enabled,
      proration_behavior: update?.proration_behavior ?? old.proration_behavior,
      schedule_at_period_end: {
        conditions: [...(conditions === undefined ? old.schedule_at_period_end.conditions : (conditions ?? []))],
      },
      trial_update_behavior: update?.trial_update_behavior ?? old.trial_update_behavior,
    },
  };
}
