import { workInTenant } from '../../platform/operations/tenant-work.ts';
import type { ConvergeOptions } from './converge-billing.ts';
import { readBefore, writeState } from './write-state.ts';

/** Takes the steps that the clock brings to the present tenant, from what Stripe said last. */
export async function keepTime({ actor, now }: ConvergeOptions): Promise<void> {
  await workInTenant({ actor, audited: 'when-changed', now }, async (work) => {
    const before = await readBefore(work.tx);
    const at = new Date(Math.max(now.getTime(), before.record.syncedAt ?? 0));
    await writeState({ ...work, now: at }, before);
  });
}
