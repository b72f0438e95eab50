import type { MailData, MailKind } from '@tenantry/model/mails';
import { paymentFailed } from './billing/mail/payment-failed.tsx';
import { renderWritten } from './mail/render.ts';
import type { MailLinks, RenderedMail, Template } from './mail/template.ts';
import type { RecipientWording } from './mail/recipient-wording.ts';
import { wordingFor } from './mail/wording.ts';
import { invitation } from './members/mail/invitation.tsx';
import { memberRemoved } from './members/mail/member-removed.tsx';
import { ownershipOffered } from './members/mail/ownership-offered.tsx';
import { roleChanged } from './members/mail/role-changed.tsx';
import { orderArrived } from './orders/mail/order-arrived.tsx';
import { orderCancelled } from './orders/mail/order-cancelled.tsx';
import { orderFulfilled } from './orders/mail/order-fulfilled.tsx';
import { orderPlaced } from './orders/mail/order-placed.tsx';
import { supportEntered } from './support/mail/support-entered.ts';
import { supportOpened } from './support/mail/support-opened.ts';
import { usageAlert } from './usage/mail/usage-alert.tsx';

/**
 * Every template by its kind. This is a bundle of its own that only a sender of mail loads: the operations start
 * without React. It is also where the platform's mails and the business's meet, so that neither knows the other.
 */
const templates: { readonly [Kind in MailKind]: Template<Kind> } = {
  invitation,
  'role-changed': roleChanged,
  'member-removed': memberRemoved,
  'ownership-offered': ownershipOffered,
  'support-opened': supportOpened,
  'support-entered': supportEntered,
  'payment-failed': paymentFailed,
  'usage-alert': usageAlert,
  'order-placed': orderPlaced,
  'order-arrived': orderArrived,
  'order-fulfilled': orderFulfilled,
  'order-cancelled': orderCancelled,
};

/** A mail as it goes out, in the language of the locale. */
export function renderMail<Kind extends MailKind>(
  { kind, data }: { readonly kind: Kind; readonly data: MailData<Kind> },
  { locale, timeZone, ...links }: MailLinks & RecipientWording,
): Promise<RenderedMail> {
  const wording = wordingFor(locale, timeZone);
  return renderWritten(templates[kind](data, { ...links, ...wording }), wording);
}
