import { inForce, type Overrides } from '@tenantry/model/billing/overrides';
import type { Gifts } from '@tenantry/model/operations/operators';
import { features } from '@tenantry/model/plans';

/** What of the operators' overrides holds at a moment, with when it ends. */
export function giftsInForce({ plan, features: set = {} }: Overrides, now: Date): Gifts {
  const value = inForce(plan, now.getTime());
  return {
    plan: value === undefined ? null : { plan: value, until: endOf(plan) },
    features: features.flatMap((feature) => {
      const given = inForce(set[feature], now.getTime());
      return given === undefined ? [] : [{ feature, given, until: endOf(set[feature]) }];
    }),
  };
}

function endOf(timed: { readonly until: number | null } | undefined): string | null {
  return typeof timed?.until === 'number' ? new Date(timed.until).toISOString() : null;
}
