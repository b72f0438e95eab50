import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import type { Parsed } from '../request/kinds.ts';
import type { addressTable, customerCreate } from './customer-parameters.ts';

type Given = Parsed<typeof customerCreate>;

/** A customer as it is created; of its payment method and clock the caller takes care. */
export function newCustomer(account: Account, given: Given): Stripe.Customer {
  const id = account.newId('customer');
  return {
    id,
    object: 'customer',
    address: given.address ? addressOf(given.address) : null,
    balance: given.balance ?? 0,
    created: account.now(given.test_clock ?? null),
    currency: null,
    default_source: null,
    delinquent: false,
    description: given.description ?? null,
    discount: null,
    email: given.email ?? null,
    invoice_prefix: given.invoice_prefix ?? id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: given.invoice_settings?.footer ?? null,
      rendering_options: null,
    },
    livemode: false,
    metadata: given.metadata ?? {},
    name: given.name ?? null,
    next_invoice_sequence: 1,
    phone: given.phone ?? null,
    preferred_locales: [...(given.preferred_locales ?? [])],
    shipping: null,
    tax_exempt: given.tax_exempt ?? 'none',
    test_clock: given.test_clock ?? null,
  };
}

export function addressOf(given: Parsed<typeof addressTable>): Stripe.Address {
  const { city = null, country = null, line1 = null, line2 = null, postal_code = null, state = null } = given;
  return { city, country, line1, line2, postal_code, state };
}

/** What was there with what is given over it; an empty text takes a key away, and null everything. */
export function mergedMetadata(
  before: Stripe.Metadata,
  given: Readonly<Record<string, string>> | null | undefined,
): Stripe.Metadata {
  if (given === undefined) return before;
  if (given === null) return {};
  return Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => value !== ''));
}

/** The given ones of some fields: what was not given stays. */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
