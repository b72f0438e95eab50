import { operatorOperation } from '../operator-operation.ts';
import { momentOf } from './override-end.ts';
import { tellingOperator } from './telling-operator.ts';
import { writeOverride } from './write-override.ts';

/**
 * Puts a business on a plan beside what it pays for, for a time or until it is taken back (`plan` is `paid`). What it owes goes on
 * being owed.
 */
export const setTenantPlan = operatorOperation('setTenantPlan', async (call) => {
  const { plan, until } = call.input;
  const end = momentOf(until, call.now);
  const { plan: inForce } = await writeOverride({
    ...tellingOperator(call, { plan, until: until ?? null }),
    change: ({ plan: _before, ...others }) =>
      plan === 'paid' ? others : { ...others, plan: { value: plan, until: end } },
  });
  return { plan: inForce };
});
