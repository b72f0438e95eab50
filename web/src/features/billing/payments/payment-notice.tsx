import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import { m } from '../../../paraglide/messages.js';
import { askAnew } from '../../../shared/access/tenant-access.ts';
import { useStanding } from '../../../shared/access/use-standing.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import { holdDaysOf, paymentStandingOf } from '../standing/payment-standing.ts';
import { useSubscription } from '../use-subscription.ts';
import { ManagePayments } from './manage-payments.tsx';

/** What a payment that is owed does to the business; `otherwise` is what is said when it is not that. */
export default function PaymentNotice({ otherwise }: { readonly otherwise: ReactNode }) {
  const { status, tenantId } = useTenant();
  const place = useStanding(tenantId);
  const live = useSubscription();
  const subscription = live.state === 'ready' ? live.data : undefined;
  useAskWhenPaid(subscription);
  if (!subscription?.pastDueSince) return otherwise;
  const standing = paymentStandingOf(subscription, false);
  const held = standing === 'held' && status === 'readonly';
  // Paying lifts the debt's hold and no other.
  const alone = held && !(place.kind === 'member' && place.heldBy?.includes('operator'));
  return (
    <>
      {!alone && otherwise}
      <Owed since={subscription.pastDueSince} held={held} />
    </>
  );
}

type OwedProps = { readonly since: NonNullable<SubscriptionDocument['pastDueSince']>; readonly held: boolean };

/** For those who can pay with the way to do so, for the others shorter. */
function Owed({ since, held }: OwedProps) {
  const { tenantId, day, may } = useTenant();
  const days = holdDaysOf(since);
  const dates = { since: day(since), readonly: day(days.readonly), suspended: day(days.suspended) };
  const title = held ? m.payment_held_title() : m.payment_owed_title({ since: dates.since });
  if (!may('billing:manage', 'billing')) {
    return (
      <Notice tone="warn" title={title}>
        {m.payment_ask_owner()}
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={title} action={<ManagePayments tenantId={tenantId} label={m.payment_pay()} />}>
      {held ? m.payment_held_text(dates) : m.payment_owed_text(dates)}
    </Notice>
  );
}

/** A payment lifts the hold at once: whoever looks at the page need not wait until it asks by itself. */
function useAskWhenPaid(subscription: SubscriptionDocument | undefined): void {
  const { tenantId } = useTenant();
  const owes = subscription && subscription.pastDueSince !== null;
  const before = useRef(owes);
  const heard = useEffectEvent((present: boolean | undefined) => {
    if (present === undefined) return;
    if (before.current !== undefined && before.current !== present) void askAnew(tenantId);
    before.current = present;
  });
  useEffect(() => heard(owes), [owes]);
}
