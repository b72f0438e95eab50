import type { Plan } from '@tenantry/model/plans';
import type { SupportRole } from '@tenantry/model/roles';
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

const scopes = {
  support: m.console_scope_narrow,
  'support-people': m.console_scope_wide,
} satisfies Record<SupportRole, () => string>;

/** What a door of this scope lets see. */
export function scopeText(scope: SupportRole): string {
  return scopes[scope]();
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** An ISO time with its day, in the reader's own language and time zone. */
export function momentText(iso: string): string {
  return moment.format(new Date(iso));
}
