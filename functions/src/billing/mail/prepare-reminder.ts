import { holdMomentsOf } from '@tenantry/model/billing/dunning';
import type { Preparation } from '../../mail/preparation.ts';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { readBillingRecord } from '../sync/billing-record.ts';

/** Nobody is reminded of what was paid or given up while the mail waited, nor of one day after another one has come. */
export const prepareReminder: Preparation<'payment-failed'> = {
  async stillWanted(tx, { day, readonlyAt }) {
    const [{ dunning }, subscription] = await Promise.all([
      readBillingRecord(tx),
      tx.get(tenantDocuments.subscription()),
    ]);
    const isOwed = dunning !== null && (subscription?.pastDueSince ?? null) !== null;
    return isOwed && holdMomentsOf(dunning.since).readonly === readonlyAt && dunning.days.at(-1) === day;
  },
};
