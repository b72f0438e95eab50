import { m } from '../../../paraglide/messages.js';
import { sinceText } from '../business-texts.ts';
import type { Billing } from '../details/use-details.ts';

const words = {
  none: () => m.console_billing_status_none(),
  trialing: () => m.console_billing_status_trialing(),
  active: () => m.console_billing_status_active(),
  past_due: (day) => m.console_billing_status_past_due({ day }),
  unpaid: (day) => m.console_billing_status_unpaid({ day }),
  incomplete: () => m.console_billing_status_incomplete(),
  incomplete_expired: () => m.console_billing_status_incomplete_expired(),
  canceled: () => m.console_billing_status_canceled(),
  paused: () => m.console_billing_status_paused(),
} satisfies Record<Billing['status'], (day: string) => string>;

/** How the subscription stands that a business's plan follows from, with the day of a debt. */
export function standingText({ status, pastDueSince }: Billing): string {
  return words[status](pastDueSince === null ? '–' : sinceText(pastDueSince));
}
