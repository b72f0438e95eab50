import type { Plan } from '@tenantry/model/plans';
import { m } from '../../paraglide/messages.js';

const names = { free: m.plan_free, pro: m.plan_pro, business: m.plan_business } satisfies Record<Plan, () => string>;

export function planName(plan: Plan): string {
  return names[plan]();
}
