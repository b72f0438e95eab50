import { operatorOperation } from '../operator-operation.ts';
import { momentOf } from './override-end.ts';
import { requireBusiness } from '../require-business.ts';
import { tellingOperator } from './telling-operator.ts';
import { writeOverride } from './write-override.ts';

/**
 * Puts a business on a plan beside what it pays for, for a time or until it is taken back (`plan` is `paid`). What it owes goes on
 * being owed. Throws `missing` when there is no such business.
 */
export const setTenantPlan = operatorOperation('setTenantPlan', async (call) => {
  const { tenantId, plan, until } = call.input;
  const end = momentOf(until, call.now, plan !== 'paid');
  await requireBusiness(tenantId, call.requestId, 'There is no such business.');
  const { plan: inForce } = await writeOverride({
    ...tellingOperator(call, { plan, until: until ?? null }),
    change: ({ plan: _before, ...others }) =>
      plan === 'paid' ? others : { ...others, plan: { value: plan, until: end } },
  });
  return { plan: inForce };
});
