import { subscriptionDocument } from '@tenantry/model/documents/billing';
import { placementDocument, tenantDocument } from '@tenantry/model/documents/tenants';
import { isDeepStrictEqual } from 'node:util';
import { type BillingRecord, controlDocuments, tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import { readControlPlane, readTenant } from '../../platform/data/transactions.ts';
import type { BusinessCheck } from '../check.ts';
import type { Findings } from '../findings.ts';
import { accessShape, billingRecordShape } from '../record-shapes.ts';
import { ifWhole, isWellShaped } from '../shape.ts';
import { readKept, statesAt, storedOf } from './billing-facts.ts';

/** The schedule that takes the steps of the clock comes every hour. */
const graceMilliseconds = 2 * 3_600_000;
const inStep = 'Bring it in step with Stripe in the console, or all: npm run schedule -- reconcileBilling';

/**
 * Invariant 7: entitlements, hold and what is shown of the subscription are the function of Stripe's state as it was heard last, the
 * overrides and the clock. Stripe itself is not asked.
 */
export const billing: BusinessCheck = {
  looksAt: 'billing records',
  async look({ tenantId, now }, found) {
    const kept = await readTenant(readKept);
    found.lookAt();
    const { record, subscription } = kept;
    if (!isWellShaped('system/billing', record, billingRecordShape, found)) return;
    if (subscription && !isWellShaped('billing/subscription', subscription, subscriptionDocument, found)) return;
    const [placement, customer] = await readControlPlane((control) =>
      Promise.all([
        control.get(controlDocuments.placement(tenantId)),
        record.customerId === null ? undefined : control.get(controlDocuments.stripeCustomer(record.customerId)),
      ]),
    );
    const [tenant, access] = [ifWhole(kept.tenant, tenantDocument), ifWhole(kept.access, accessShape)];
    if (!tenant || !access || !ifWhole(placement, placementDocument)) return;
    if (record.customerId !== null)
      found.expect(
        `tenant of stripeCustomers/${record.customerId}`,
        customer?.tenantId,
        tenantId,
        'Correct it by hand.',
      );

    // As the sync does: Stripe's clock may be ahead.
    const at = Math.max(now, record.syncedAt ?? 0);
    const stored = storedOf(tenant, access, subscription);
    const expected = statesAt(momentsOf(record, at), tenantId, kept);
    const [present] = expected;
    if (present && !expected.some((each) => isDeepStrictEqual(stored, each)))
      for (const field of Object.keys(present)) found.expect(field, stored[field], present[field], inStep);
    judgeClock(record, placement?.billingCheckAt?.toMillis() ?? null, at, found);
    for (const id of await readTenant((tx) => missingInvoices(tx, record)))
      found.add({
        about: `invoices/${id}`,
        is: 'absent',
        shouldBe: 'there: it was mirrored',
        remedy: 'Restore it from a backup.',
      });
  },
};

/** Of which moments the state may be: of this one, and for a while after the clock changed it of the one before. */
function momentsOf({ checkAt }: BillingRecord, at: number): number[] {
  const isDue = checkAt !== null && checkAt <= at && checkAt > at - graceMilliseconds;
  return isDue ? [at, checkAt - 1] : [at];
}

/** The step that the clock brings next is known to the schedule, and was not missed. */
function judgeClock({ checkAt }: BillingRecord, noted: number | null, at: number, found: Findings): void {
  found.expect('moment in the register at which the clock changes it next', inTime(noted), inTime(checkAt), inStep);
  if (checkAt !== null && checkAt <= at - graceMilliseconds)
    found.add({
      about: 'step of the clock',
      is: `due since ${inTime(checkAt)}`,
      shouldBe: 'taken',
      remedy: 'npm run schedule -- dunning',
    });
}

function inTime(moment: number | null): string {
  return moment === null ? 'never' : new Date(moment).toISOString();
}

const invoicesAtOnce = 100;

async function missingInvoices(tx: TenantTransaction, { invoices }: BillingRecord): Promise<string[]> {
  const ids = Object.keys(invoices);
  const missing: string[] = [];
  for (let first = 0; first < ids.length; first += invoicesAtOnce) {
    const some = ids.slice(first, first + invoicesAtOnce);
    const there = await tx.getAll(some.map((id) => tenantDocuments.invoice(id)));
    missing.push(...some.filter((_, index) => there[index] === undefined));
  }
  return missing;
}
