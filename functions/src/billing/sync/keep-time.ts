import { workInTenant } from '../../platform/operations/tenant-work.ts';
import { readBillingRecord } from './billing-record.ts';
import type { ConvergeOptions } from './converge-billing.ts';
import { writeState } from './write-state.ts';

/** Takes the steps that the clock brings to the present tenant, from what Stripe said last. */
export async function keepTime({ actor, now }: ConvergeOptions): Promise<void> {
  await workInTenant({ actor, audited: 'when-changed', now }, async (work) => {
    const record = await readBillingRecord(work.tx);
    const at = new Date(Math.max(now.getTime(), record.syncedAt ?? 0));
    await writeState({ ...work, now: at }, record);
  });
}
