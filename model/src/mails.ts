import * as z from 'zod/mini';
import { dunningMailDays } from './billing/dunning.ts';
import { meters } from './billing/meters.ts';
import { alertPercents } from './billing/usage-alerts.ts';
import { orderLine } from './documents/business.ts';
import { plans } from './plans.ts';
import { supportRoles } from './roles.ts';

/**
 * Every kind of mail and what its template is made of: all of it, so that a mail says what was true when it was
 * asked for, and nothing is looked up when it is sent. No secret lies in it: a link that needs one is rebuilt then.
 */

const invitation = z.object({
  tenantId: z.string(),
  inviteId: z.string(),
  /** A mail of a former generation is not sent: its link would be dead. */
  generation: z.int(),
  tenantName: z.string(),
  inviterName: z.string(),
  role: z.string(),
  /** The inviter's own words; may be empty. */
  message: z.string(),
});

/** What became of somebody in a business, and by whom. */
const membership = z.object({ tenantName: z.string(), slug: z.string(), actorName: z.string() });
export type MembershipMail = z.infer<typeof membership>;

/** An order as its customer is told of it. Amounts are minor units of `currency`. */
const order = z.object({
  shopName: z.string(),
  slug: z.string(),
  orderId: z.string(),
  number: z.int(),
  currency: z.string(),
  lines: z.array(orderLine),
  total: z.int(),
  customerName: z.string(),
});
export type OrderMail = z.infer<typeof order>;

/** The door to support. `until` is when it shuts, in milliseconds since the epoch; `scope` is what they see. */
const support = z.extend(membership, { reason: z.string(), until: z.int(), scope: z.enum(supportRoles) });
export type SupportMail = z.infer<typeof support>;

/** A payment that is owed. `day` counts from the first failure; `readonlyAt` is when the business is held back, in milliseconds. */
const paymentFailed = z.object({
  tenantName: z.string(),
  slug: z.string(),
  plan: z.enum(plans),
  day: z.literal(dunningMailDays),
  readonlyAt: z.int(),
});
export type PaymentFailedMail = z.infer<typeof paymentFailed>;

/** A share of a plan's limit that was reached: `percent` is the share, `used` and `limit` are counts. */
const usageAlert = z.object({
  tenantName: z.string(),
  slug: z.string(),
  plan: z.enum(plans),
  meter: z.enum(meters),
  percent: z.literal(alertPercents),
  used: z.int(),
  limit: z.int(),
});

/** The kinds of mail, with the schema of each one's data. A kind without a template does not compile. */
export const mailKinds = {
  invitation,
  /** `role` is a built-in one, or the name of one of the business's own. */
  'role-changed': z.extend(membership, { role: z.string() }),
  'member-removed': membership,
  'ownership-offered': membership,
  /** `actorName` is the owner who opened the door. */
  'support-opened': support,
  /** `actorName` is the operator who came in. */
  'support-entered': support,
  'payment-failed': paymentFailed,
  'usage-alert': usageAlert,
  /**
   * `orderText` is the shop's own text for who ordered, `message` what the customer wrote; both may be empty. `byStaff` says
   * that the team took the order for them.
   */
  'order-placed': z.extend(order, { orderText: z.string(), message: z.string(), byStaff: z.optional(z.boolean()) }),
  /** To somebody of the team who asked for it: `uid` is theirs. `placedAt` is in milliseconds. */
  'order-arrived': z.extend(order, { uid: z.string(), message: z.string(), placedAt: z.int() }),
  'order-fulfilled': order,
  /** `reason` may be empty; `byCustomer` says that they cancelled it themselves. */
  'order-cancelled': z.extend(order, { reason: z.string(), byCustomer: z.boolean() }),
} as const;

export type MailKind = keyof typeof mailKinds;
export type MailData<Kind extends MailKind> = z.infer<(typeof mailKinds)[Kind]>;

/** A mail of any kind: the kind decides what its data are. */
export type Mail = { [Kind in MailKind]: { readonly kind: Kind; readonly data: MailData<Kind> } }[MailKind];

export function isMailKind(value: string): value is MailKind {
  return Object.hasOwn(mailKinds, value);
}
