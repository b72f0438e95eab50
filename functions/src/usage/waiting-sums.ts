import type { Meter } from '@tenantry/model/billing/meters';
import type { UsageRecord } from '../platform/data/usage-record.ts';

type Waiting = UsageRecord['waiting'];
/** `at` is in milliseconds. */
type Used = { readonly meter: Meter; readonly quantity: number; readonly at: number };

/** What waits for a report, with something more that was used. */
export function withWaiting(waiting: Waiting, { meter, quantity, at }: Used): Waiting {
  const known = waiting[meter];
  return { ...waiting, [meter]: { quantity: (known?.quantity ?? 0) + quantity, at: Math.max(known?.at ?? 0, at) } };
}
