import { forEveryTenant } from '../../platform/data/tenants/every-tenant.ts';
import { rollUpTenant } from './roll-up-tenant.ts';
import { tellAlerts } from './tell-alerts.ts';

/** Rolls up what every business used since the last time, and tells owners who near a limit. Answers how many acts there were. */
export async function rollUpUsage(now: Date): Promise<{ tenants: number; events: number }> {
  let events = 0;
  const tenants = await forEveryTenant(now, async () => {
    const count = await rollUpTenant(now);
    // Added at once: several tenants are worked for at the same time.
    events += count;
    await tellAlerts(now);
  });
  return { tenants, events };
}
