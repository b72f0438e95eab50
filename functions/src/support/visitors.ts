import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantDocuments } from '../platform/data/documents.ts';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';

type Visitors = NonNullable<TenantDocument['supportVisitors']>;

/** So many are kept by name; staff read them with their business's own document, which has to stay small. */
const keptAtMost = 50;

/**
 * Writes down beside the log who came in: its entries hold uids alone, and nobody of the business may read an operator's
 * name elsewhere. Who came earliest goes when there are too many.
 */
export function writeVisitor(
  tx: TenantTransaction,
  { supportVisitors = {} }: Pick<TenantDocument, 'supportVisitors'>,
  uid: string,
  visitor: Visitors[string],
): void {
  const newestFirst = Object.entries({ ...supportVisitors, [uid]: visitor }).toSorted(
    ([, a], [, b]) => b.at.toMillis() - a.at.toMillis(),
  );
  tx.update(tenantDocuments.tenant(), { supportVisitors: Object.fromEntries(newestFirst.slice(0, keptAtMost)) });
}
