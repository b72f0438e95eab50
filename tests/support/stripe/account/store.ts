import type Stripe from 'stripe';

/** What an account holds, by the `object` that Stripe calls it. */
export type Objects = {
  customer: Stripe.Customer;
  product: Stripe.Product;
  price: Stripe.Price;
  payment_method: Stripe.PaymentMethod;
  subscription: Stripe.Subscription;
  invoice: Stripe.Invoice;
  invoice_payment: Stripe.InvoicePayment;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  event: Stripe.EventBase;
  'checkout.session': Stripe.Checkout.Session;
  'billing_portal.configuration': Stripe.BillingPortal.Configuration;
  'billing_portal.session': Stripe.BillingPortal.Session;
  'billing.meter': Stripe.Billing.Meter;
  'test_helpers.test_clock': Stripe.TestHelpers.TestClock;
};
export type ObjectKind = keyof Objects;

/** Ids begin with these. */
export const prefixes = {
  customer: 'cus',
  product: 'prod',
  price: 'price',
  payment_method: 'pm',
  subscription: 'sub',
  invoice: 'in',
  invoice_payment: 'inpay',
  payment_intent: 'pi',
  charge: 'ch',
  refund: 're',
  event: 'evt',
  'checkout.session': 'cs_test',
  'billing_portal.configuration': 'bpc',
  'billing_portal.session': 'bps',
  'billing.meter': 'mtr_test',
  'test_helpers.test_clock': 'clock',
} as const satisfies Record<ObjectKind, string>;

export const objectKinds = Object.keys(prefixes) as readonly ObjectKind[];

type Tables = { readonly [K in ObjectKind]: Map<string, Objects[K]> };
export type SavedTables = { readonly [K in ObjectKind]?: readonly Objects[K][] };

/** Objects are never changed in place: whoever was handed one keeps what it was, an event among them, without a copy. */
export class Store {
  readonly #tables: Tables = {
    customer: new Map(),
    product: new Map(),
    price: new Map(),
    payment_method: new Map(),
    subscription: new Map(),
    invoice: new Map(),
    invoice_payment: new Map(),
    payment_intent: new Map(),
    charge: new Map(),
    refund: new Map(),
    event: new Map(),
    'checkout.session': new Map(),
    'billing_portal.configuration': new Map(),
    'billing_portal.session': new Map(),
    'billing.meter': new Map(),
    'test_helpers.test_clock': new Map(),
  };
  /** What is gone, by id: Stripe still answers for some of it that it is. */
  readonly deleted = new Map<string, ObjectKind>();

  table<K extends ObjectKind>(kind: K): Map<string, Objects[K]> {
    return this.#tables[kind];
  }

  /** Newest first, as lists are. */
  newestFirst<K extends ObjectKind>(kind: K): Objects[K][] {
    return [...this.#tables[kind].values()].toReversed();
  }

  clear(): void {
    for (const kind of objectKinds) this.#tables[kind].clear();
    this.deleted.clear();
  }

  save(): SavedTables {
    return Object.fromEntries(objectKinds.map((kind) => [kind, [...this.#tables[kind].values()]]));
  }

  load(saved: SavedTables): void {
    this.clear();
    for (const kind of objectKinds) this.#load(kind, saved[kind] ?? []);
  }

  #load<K extends ObjectKind>(kind: K, objects: readonly Objects[K][]): void {
    for (const object of objects) this.table(kind).set(object.id, object);
  }
}

/** The id, of an object or of what stands in for it. */
export const idOf = (reference: string | { readonly id: string } | null): string =>
  typeof reference === 'string' ? reference : (reference?.id ?? '');
