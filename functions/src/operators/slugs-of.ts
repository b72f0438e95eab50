import { controlDocuments } from '../platform/data/documents.ts';
import type { ControlTransaction } from '../platform/data/scoped-transaction.ts';

/** The addresses of businesses, by id; without those that are gone. */
export async function slugsOf(
  control: ControlTransaction,
  of: readonly { readonly data: { readonly tenantId: string | null } }[],
): Promise<ReadonlyMap<string | null, string>> {
  const tenantIds = [...new Set(of.flatMap(({ data }) => data.tenantId ?? []))];
  const placements = await control.getAll(tenantIds.map((tenantId) => controlDocuments.placement(tenantId)));
  return new Map(
    placements.flatMap((placement, index) => (placement ? [[tenantIds[index] ?? null, placement.slug] as const] : [])),
  );
}
