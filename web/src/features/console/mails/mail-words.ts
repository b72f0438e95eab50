import { isMailKind, type MailKind } from '@tenantry/model/mails';
import { m } from '../../../paraglide/messages.js';

const kinds = {
  invitation: m.mails_kind_invitation,
  'role-changed': m.mails_kind_role_changed,
  'member-removed': m.mails_kind_member_removed,
  'ownership-offered': m.mails_kind_ownership_offered,
  'support-opened': m.mails_kind_support_opened,
  'support-entered': m.mails_kind_support_entered,
  'payment-failed': m.mails_kind_payment_failed,
  'usage-alert': m.mails_kind_usage_alert,
  'order-placed': m.mails_kind_order_placed,
  'order-arrived': m.mails_kind_order_arrived,
  'order-fulfilled': m.mails_kind_order_fulfilled,
  'order-cancelled': m.mails_kind_order_cancelled,
} satisfies Record<MailKind, () => string>;

/** What a mail is about; one of a kind that is no more goes by its own name. */
export function mailKindText(kind: string): string {
  return isMailKind(kind) ? kinds[kind]() : kind;
}
