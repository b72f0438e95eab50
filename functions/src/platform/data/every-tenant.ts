import { randomUUID } from 'node:crypto';
import type { PlacementDocument } from '@tenantry/model/documents/tenants';
import { paths } from '@tenantry/model/paths';
import { controlPlane } from './firestore.ts';
import { inTenantContext } from '../tenant-context.ts';

const pageSize = 300;

/** Runs work for each tenant in turn, each inside its own context. Answers how many there were. */
export async function forEveryTenant(
  work: (tenantId: string, placement: PlacementDocument) => Promise<void>,
): Promise<number> {
  const query = controlPlane().collection(paths.placements()).orderBy('__name__').limit(pageSize);
  let count = 0;
  let page = await query.get();
  for (;;) {
    for (const document of page.docs) {
      await inTenantContext(document.id, randomUUID(), () => work(document.id, document.data() as PlacementDocument));
      count += 1;
    }
    const last = page.docs.at(-1);
    if (!last || page.size < pageSize) return count;
    page = await query.startAfter(last).get();
  }
}
