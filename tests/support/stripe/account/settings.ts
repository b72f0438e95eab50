/** What an account's owner sets in Stripe's dashboard, and what the double does where Stripe leaves it open. */
export type BillingSettings = {
  /** Days between an invoice's first attempt to be paid and each further one. */
  readonly retryDays: readonly number[];
  /** What becomes of the subscription when the last attempt fails. */
  readonly afterRetries: 'unpaid' | 'canceled' | 'past_due';
  /** Seconds that a renewal's invoice is a draft. */
  readonly draftSeconds: number;
};

export const defaultBilling: BillingSettings = { retryDays: [1, 3, 5, 7], afterRetries: 'unpaid', draftSeconds: 3600 };

export const day = 86_400;
export const apiVersion = '2026-10-28.endive';
