import type { BillingState } from '@tenantry/model/billing/billing-state';
import { dunningMailDue, holdMomentsOf } from '@tenantry/model/billing/dunning';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import type { BillingRecord } from '../../platform/data/documents.ts';
import type { TenantWork } from '../../platform/operations/operation.ts';
import { readOwners } from '../../support/mail/tell-owners.ts';

/**
 * Writes to those who can pay when a day of a debt has come, once for each day of each debt, and answers what to remember of it.
 * Reads before it writes.
 */
export async function dunningStep(
  { tx, mail, now }: TenantWork,
  { dunning }: BillingRecord,
  { subscription: { pastDueSince, plan } }: BillingState,
  { name: tenantName, slug }: TenantDocument,
): Promise<BillingRecord['dunning']> {
  if (pastDueSince === null) return null;
  const days = dunning?.since === pastDueSince ? dunning.days : [];
  const due = dunningMailDue(pastDueSince, now.getTime());
  if (due === undefined || days.includes(due)) return { since: pastDueSince, days };
  const { owners } = await readOwners(tx);
  const readonlyAt = holdMomentsOf(pastDueSince).readonly;
  for (const { email } of owners) {
    if (email !== '')
      mail({ kind: 'payment-failed', to: email, data: { tenantName, slug, plan, day: due, readonlyAt } });
  }
  return { since: pastDueSince, days: [...days, due] };
}
