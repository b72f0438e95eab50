import { prepareReminder } from './billing/mail/prepare-reminder.ts';
import type { Preparations } from './mail/preparation.ts';
import { prepareInvitation } from './members/invitations/prepare-invitation.ts';
import { prepareArrival, prepareConfirmation } from './orders/arrival/tell-staff.ts';

/** What mails need when they are sent, by kind. As with the templates, the platform's and the business's meet here. */
export const mailPreparations: Preparations = {
  invitation: prepareInvitation,
  'payment-failed': prepareReminder,
  'order-placed': prepareConfirmation,
  'order-arrived': prepareArrival,
};
