import { forEveryTenant } from '../../platform/data/tenants/every-tenant.ts';
import { reportTenant } from './report-tenant.ts';
import { readMeters, type StripeMeters } from './stripe-meters.ts';

/** Tells Stripe's meters what every business that is a customer used. Answers how many sums arrived there. */
export async function reportUsage(now: Date): Promise<{ tenants: number; reports: number }> {
  let reports = 0;
  let meters: Promise<StripeMeters> | undefined;
  const tenants = await forEveryTenant(now, async () => {
    // Stripe is asked for its meters once, and not at all where nobody is a customer.
    const arrived = await reportTenant(() => (meters ??= readMeters()));
    reports += arrived;
  });
  return { tenants, reports };
}
