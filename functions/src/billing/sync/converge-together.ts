import { inTurn } from '../../platform/data/turns.ts';
import { requireContext } from '../../platform/tenant-context.ts';
import { convergeBilling, type ConvergeOptions } from './converge-billing.ts';

/** By tenant: a run that has not begun yet. */
const waiting = new Map<string, Promise<void>>();

/**
 * The same for events, which come in bursts: within this instance one run at a time for a tenant, and whoever comes before it
 * begins shares it, since it will see all that they know of.
 */
export function convergeTogether(options: ConvergeOptions): Promise<void> {
  const key = `billing|${requireContext().tenantId ?? ''}`;
  const joined = waiting.get(key);
  if (joined) return joined;
  let begun = false;
  const run = inTurn(key, () => {
    begun = true;
    waiting.delete(key);
    return convergeBilling(options);
  });
  if (!begun) waiting.set(key, run);
  return run;
}
