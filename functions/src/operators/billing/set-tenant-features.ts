import { features as known, type Feature } from '@tenantry/model/plans';
import type { Timed } from '@tenantry/model/billing/overrides';
import { operatorOperation } from '../operator-operation.ts';
import { momentOf } from './override-end.ts';
import { requireBusiness } from '../require-business.ts';
import { tellingOperator } from './telling-operator.ts';
import { writeOverride } from './write-override.ts';

type Given = Readonly<Partial<Record<Feature, Timed<boolean>>>>;

/** Gives a business features or takes them, whatever its plan, for a time or until it is taken back (null). Throws `missing` without one. */
export const setTenantFeatures = operatorOperation('setTenantFeatures', async (call) => {
  const { tenantId, features, until } = call.input;
  const gives = Object.values(features).some((wanted) => wanted !== null);
  const end = momentOf(until, call.now, gives);
  await requireBusiness(tenantId, call.requestId, 'There is no such business.');
  const changed = (before: Given): Given =>
    Object.fromEntries(
      known.flatMap((feature) => {
        const wanted = features[feature];
        const kept =
          wanted === undefined ? before[feature] : wanted === null ? undefined : { value: wanted, until: end };
        return kept ? [[feature, kept]] : [];
      }),
    );
  const inForce = await writeOverride({
    ...tellingOperator(call, { features, until: until ?? null }),
    change: (overrides) => ({ ...overrides, features: changed(overrides.features ?? {}) }),
  });
  return { features: [...inForce.features] };
});
