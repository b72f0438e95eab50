import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import { m } from '../../../paraglide/messages.js';
import { type Tenant, useTenant } from '../../../shared/tenant/tenant.ts';
import { Badge, type Tone } from '../../../shared/ui/basics/badge.tsx';
import { holdDaysOf, type PaymentStanding } from './payment-standing.ts';
import { usePaymentStanding } from './use-payment-standing.ts';

type Words = {
  readonly tone: Tone;
  readonly name: () => string;
  readonly text: (subscription: SubscriptionDocument, day: Tenant['day']) => string;
};

const until = ({ trialEnd, paidUntil }: SubscriptionDocument, day: Tenant['day']): string => {
  const end = trialEnd ?? paidUntil;
  return end ? day(end) : '–';
};

const owed = ({ pastDueSince }: SubscriptionDocument, day: Tenant['day']) => {
  if (!pastDueSince) return { since: '–', readonly: '–', suspended: '–' };
  const days = holdDaysOf(pastDueSince);
  return { since: day(pastDueSince), readonly: day(days.readonly), suspended: day(days.suspended) };
};

const words = {
  none: { tone: 'plain', name: m.billing_none, text: () => m.billing_none_text() },
  left: { tone: 'warn', name: m.billing_left_open, text: () => m.billing_left_open_text() },
  trial: { tone: 'accent', name: m.billing_trial, text: (of, day) => m.billing_trial_text({ until: until(of, day) }) },
  paid: {
    tone: 'good',
    name: m.billing_paid,
    text: (of, day) => m.billing_paid_text({ until: of.paidUntil ? day(of.paidUntil) : '–' }),
  },
  ends: {
    tone: 'warn',
    name: m.billing_ends,
    text: (of, day) =>
      m.billing_ends_text({ day: of.status === 'trialing' || !of.paidUntil ? until(of, day) : day(of.paidUntil) }),
  },
  owed: { tone: 'danger', name: m.billing_owed, text: (of, day) => m.billing_owed_text(owed(of, day)) },
  held: { tone: 'danger', name: m.billing_owed, text: (of, day) => m.billing_held_text(owed(of, day)) },
} satisfies Record<PaymentStanding, Words>;

/** How the business stands with its payments, in a word and a sentence. */
export function StandingText({ subscription }: { readonly subscription: SubscriptionDocument }) {
  const { day } = useTenant();
  const standing = usePaymentStanding(subscription);
  const { tone, name, text } = words[standing ?? 'none'];
  // Nothing is said before it is known, and takes its place already.
  return (
    <span className="grid justify-items-start gap-1 data-unknown:invisible" data-unknown={!standing || undefined}>
      <Badge tone={tone}>{name()}</Badge>
      <span>{text(subscription, day)}</span>
    </span>
  );
}
