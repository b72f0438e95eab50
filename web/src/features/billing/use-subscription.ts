import { standingOf } from '@tenantry/model/billing/subscription-facts';
import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import { tenantPaths } from '@tenantry/model/paths';
import type { Live } from '../../shared/live/listeners.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantDocument } from '../../shared/tenant/use-tenant-live.ts';

/** Of a business that never bought anything. */
const nothing: SubscriptionDocument = {
  plan: 'free',
  status: 'none',
  interval: null,
  seats: 0,
  paidUntil: null,
  trialEnd: null,
  pastDueSince: null,
  cancelAtPeriodEnd: false,
};

/** What the business pays for, live; nothing is asked for those who may not see it. */
export function useSubscription(): Live<SubscriptionDocument> {
  const { can } = useTenant();
  const live = useTenantDocument<SubscriptionDocument>(can('billing:read') ? tenantPaths.subscription() : undefined);
  return live.state === 'empty' ? { ...live, state: 'ready', data: nothing } : live;
}

/** Whether it gives a plan, paid for or owed. */
export function isRunning({ status }: Pick<SubscriptionDocument, 'status'>): boolean {
  return status !== 'none' && standingOf(status) !== 'none';
}

/** Whether what the business buys next begins with a trial: it had none, and pays for nothing now. */
export function isTrialAhead(subscription: SubscriptionDocument): boolean {
  return !isRunning(subscription) && subscription.trialUsed !== true;
}

/** Whether the business has ever gone to buy something: only then is there something to manage. */
export function hasBought(subscription: SubscriptionDocument): boolean {
  return subscription !== nothing;
}
