import type { BillingState } from '@tenantry/model/billing/billing-state';
import { standingOf } from '@tenantry/model/billing/subscription-facts';
import { day, dunningMailDue, holdMomentsOf } from '@tenantry/model/billing/dunning';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { readOwners } from '../../members/membership/owners.ts';
import type { BillingRecord } from '../../platform/data/documents.ts';
import type { TenantWork } from '../../platform/operations/operation.ts';

/**
 * Writes to those who can pay when a day of a debt has come, once for each day of each debt, and answers what to remember of it.
 * Reads before it writes.
 */
export async function dunningStep(
  { tx, mail, now }: TenantWork,
  { dunning, subscriptions }: BillingRecord,
  { subscription: { pastDueSince, plan } }: BillingState,
  { name: tenantName, slug }: TenantDocument,
): Promise<BillingRecord['dunning']> {
  // Who gives a plan up and takes it up again has the same debt, and is not written to twice about one day of it.
  if (pastDueSince === null) return subscriptions.some(({ status }) => standingOf(status) === 'owed') ? dunning : null;
  // The same debt may be dated anew by an hour or so: when an invoice becomes void, say.
  const isSame = dunning !== null && Math.abs(dunning.since - pastDueSince) < day;
  const days = isSame ? dunning.days : [];
  const since = isSame ? dunning.since : pastDueSince;
  const due = dunningMailDue(since, now.getTime());
  // A day that comes after a later one, by a clock that went back, is over.
  if (due === undefined || days.some((written) => written >= due)) return { since, days };
  const { owners } = await readOwners(tx);
  const readonlyAt = holdMomentsOf(since).readonly;
  for (const { email } of owners) {
    if (email !== '')
      mail({ kind: 'payment-failed', to: email, data: { tenantName, slug, plan, day: due, readonlyAt } });
  }
  return { since, days: [...days, due] };
}
