import type { Plan } from './plans.ts';

/** Mails of invitations, first ones and those sent again, to people who are not in the business; in a day (UTC). */
type InvitationMails = {
  readonly ofBusiness: number;
  /** What one person sends for all businesses of such plans, since anybody may open a hundred a day. `null` is unlimited. */
  readonly ofPerson: number | null;
};

/** What a plan may send. Who pays is known; who has just signed up may be anybody. */
export const invitationMails = {
  free: { ofBusiness: 100, ofPerson: 200 },
  pro: { ofBusiness: 2_000, ofPerson: null },
  business: { ofBusiness: 5_000, ofPerson: null },
} as const satisfies Record<Plan, InvitationMails>;

/** Mails that one address gets from one business in a day, by however many invitations. */
export const invitationMailsToAddress = 5;
