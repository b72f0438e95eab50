import type { Meter, Quantities } from '@tenantry/model/billing/meters';
import type { ToldAlerts } from '@tenantry/model/billing/usage-alerts';

/** A sum of usage on its way to one of Stripe's meters. Moments are milliseconds by Stripe's clock. */
export type UsageReport = {
  /** By which Stripe knows it, for a day. */
  readonly id: string;
  readonly meter: Meter;
  readonly quantity: number;
  /** The moment that it is told for; no other report of the meter has the same minute. */
  readonly at: number;
  /** When it was first about to be sent. From then on Stripe may have it. */
  readonly sentAt: number;
};

/**
 * `tenants/{t}/system/usage`: how far the ledger has got to Stripe. What was rolled up is waiting, open, reported, or was reported to a
 * customer that is no more: the sum of the four is the sum of the roll-ups.
 */
export type UsageRecord = {
  /** Whose meters `open` and `reported` are about; null before the first report. */
  readonly customerId: string | null;
  /** Rolled up and in no report yet, with the moment of the newest act in it (milliseconds). */
  readonly waiting: Partial<Readonly<Record<Meter, { readonly quantity: number; readonly at: number }>>>;
  /** At most one of each meter, and Stripe may have it already. */
  readonly open: readonly UsageReport[];
  readonly reported: Quantities;
  readonly reportedBefore: Quantities;
  /** The moment that each meter was last told for (milliseconds). */
  readonly lastTold: Quantities;
  readonly alerts: ToldAlerts;
};
