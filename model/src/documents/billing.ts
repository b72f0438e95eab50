import * as z from 'zod/mini';
import { intervals } from '../billing/price-table.ts';
import { subscriptionStatuses } from '../billing/subscription-facts.ts';
import { plans } from '../plans.ts';
import { instant } from './instant.ts';

/** `tenants/{t}/billing/subscription`: what a business pays for. A copy of Stripe's state, written by the server only. */
export const subscriptionDocument = z.object({
  /** The plan that is paid for; the tenant's own document says which one is in force. */
  plan: z.enum(plans),
  /** Stripe's word; `none` while no subscription runs. */
  status: z.enum([...subscriptionStatuses, 'none']),
  interval: z.nullable(z.enum(intervals)),
  /** Seats that are paid for. */
  seats: z.int(),
  /** What one costs, in minor units of `currency`; absent where that was not known. */
  unitAmount: z.optional(z.nullable(z.int())),
  currency: z.optional(z.nullable(z.string())),
  paidUntil: z.nullable(instant),
  trialEnd: z.nullable(instant),
  pastDueSince: z.nullable(instant),
  cancelAtPeriodEnd: z.boolean(),
  /** Whether a subscription to a plan ever ran: the next one begins without a trial. Absent where that was not asked yet. */
  trialUsed: z.optional(z.boolean()),
});
export type SubscriptionDocument = z.infer<typeof subscriptionDocument>;

export const invoiceStatuses = ['draft', 'open', 'paid', 'uncollectible', 'void'] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** `tenants/{t}/invoices/{id}`: an invoice as Stripe tells it. Amounts are minor units of `currency`. */
export const invoiceDocument = z.object({
  /** Null while it is a draft. */
  number: z.nullable(z.string()),
  status: z.enum(invoiceStatuses),
  currency: z.string(),
  total: z.int(),
  amountDue: z.int(),
  amountPaid: z.int(),
  createdAt: instant,
  paidAt: z.nullable(instant),
  periodStart: instant,
  periodEnd: instant,
  /** Stripe's page to see and pay it. */
  url: z.nullable(z.string()),
  pdfUrl: z.nullable(z.string()),
});
export type InvoiceDocument = z.infer<typeof invoiceDocument>;
