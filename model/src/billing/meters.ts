import type { Limits } from '../plans.ts';

/** What is metered: the billable acts of the plan table. */
export const meters = ['orders', 'seats', 'products', 'exports'] as const;
export type Meter = (typeof meters)[number];

type MeterTerms = {
  /** `acts` are counted as they happen; a `standing` rises and falls with what there is, so that its sum is what there is. */
  readonly counts: 'acts' | 'standing';
  /** The limit of the plan that it is held against; null for none. */
  readonly limit: keyof Limits | null;
};

const terms = {
  /** One for each order that is placed, cancelled ones included. */
  orders: { counts: 'acts', limit: 'ordersPerMonth' },
  /** One for each member whose role takes a seat, less one when it is free again. */
  seats: { counts: 'standing', limit: 'seats' },
  /** One for each product that is made, less one when it is deleted. */
  products: { counts: 'standing', limit: 'products' },
  /** One for each export of a business's data. */
  exports: { counts: 'acts', limit: null },
} as const satisfies Record<Meter, MeterTerms>;

export function meterTerms(meter: Meter): MeterTerms {
  return terms[meter];
}

/** By what name Stripe's meter is told: `tenantry_orders`. */
export function meterEventName(meter: Meter): string {
  return `tenantry_${meter}`;
}

/** Quantities by meter; one that is absent is 0. */
export type Quantities = Partial<Readonly<Record<Meter, number>>>;

/** The sum of two; what comes to 0 is left out. */
export function addQuantities(a: Quantities, b: Quantities): Quantities {
  return Object.fromEntries(
    meters.map((meter) => [meter, (a[meter] ?? 0) + (b[meter] ?? 0)] as const).filter(([, sum]) => sum !== 0),
  );
}
