import { type Meter, meterEventName, meters } from '@tenantry/model/billing/meters';
import type { UsageReport } from '../../platform/data/usage-record.ts';
import { answeredAt } from '../../billing/stripe/answered-at.ts';
import { isRefusedByStripe } from '../../billing/stripe/refused-by-stripe.ts';
import { stripe } from '../../billing/stripe/stripe-client.ts';

/** Stripe's meters as they are now, by ours, and when Stripe said so (milliseconds by its clock). */
export type StripeMeters = { readonly at: number; readonly ids: ReadonlyMap<Meter, string> };

/** Throws what the SDK throws when Stripe can't be asked, and `Error` when the account lacks a meter. */
export async function readMeters(): Promise<StripeMeters> {
  const client = await stripe();
  const page = await client.billing.meters.list({ status: 'active', limit: 100 });
  const byName = new Map(page.data.map(({ event_name, id }) => [event_name, id]));
  const ids = new Map(
    meters.flatMap((meter) => {
      const id = byName.get(meterEventName(meter));
      return id === undefined ? [] : [[meter, id] as const];
    }),
  );
  const missing = meters.filter((meter) => !ids.has(meter));
  if (missing.length > 0)
    throw new Error(`The Stripe account lacks meters: ${missing.join(', ')}. Run npm run stripe:setup.`);
  return { at: answeredAt(page.lastResponse.headers) || Date.now(), ids };
}

/** What became of a report: it is there, it was refused for good, or nobody knows yet. */
export type Told = 'arrived' | 'refused' | 'unknown';

/** Tells Stripe. Its id makes it once for a day; a refusal of the first try is for good, a later one may be of what is there already. */
export async function tellReport(report: UsageReport, customer: string, isFirstTry: boolean): Promise<Told> {
  const client = await stripe();
  try {
    await client.billing.meterEvents.create({
      event_name: meterEventName(report.meter),
      identifier: report.id,
      timestamp: Math.floor(report.at / 1_000),
      payload: { stripe_customer_id: customer, value: String(report.quantity) },
    });
    return 'arrived';
  } catch (fault) {
    if (isRepeat(fault)) return 'arrived';
    return isFirstTry && isRefusedByStripe(fault) ? 'refused' : 'unknown';
  }
}

/** What Stripe counts of a meter in the minute that a report was told for. */
export async function minuteTotal({ at }: UsageReport, meterId: string, customer: string): Promise<number> {
  const client = await stripe();
  const start = Math.floor(at / 60_000) * 60;
  const { data } = await client.billing.meters.listEventSummaries(meterId, {
    customer,
    start_time: start,
    end_time: start + 60,
  });
  return data.reduce((sum, { aggregated_value }) => sum + aggregated_value, 0);
}

/** Whether Stripe says that it knows the identifier. */
function isRepeat(fault: unknown): boolean {
  return isRefusedByStripe(fault) && /already exists/.test(fault.message);
}
