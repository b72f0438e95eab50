import type { Plan } from '@tenantry/model/plans';
import { m } from '../../paraglide/messages.js';

const plans = {
  free: m.console_plan_free,
  pro: m.console_plan_pro,
  business: m.console_plan_business,
} satisfies Record<Plan, () => string>;

export function planName(plan: Plan): string {
  return plans[plan]();
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The day of an ISO time, in the reader's own language and time zone. */
export function sinceText(iso: string): string {
  return day.format(new Date(iso));
}
