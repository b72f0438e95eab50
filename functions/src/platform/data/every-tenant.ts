import { randomUUID } from 'node:crypto';
import type { PlacementDocument } from '@tenantry/model/documents/tenants';
import { paths } from '@tenantry/model/paths';
import { controlPlane } from './firestore.ts';
import { log } from '../log.ts';
import { inTenantContext } from '../tenant-context.ts';

const pageSize = 300;

/** Runs work for each tenant in turn, each inside its own context; one that fails is logged and passed over. Answers how many there were. */
export async function forEveryTenant(
  work: (tenantId: string, placement: PlacementDocument) => Promise<void>,
): Promise<number> {
  const query = controlPlane().collection(paths.placements()).orderBy('__name__').limit(pageSize);
  let count = 0;
  let page = await query.get();
  for (;;) {
    for (const document of page.docs) {
      await inTenantContext(document.id, randomUUID(), async () => {
        try {
          await work(document.id, document.data() as PlacementDocument);
        } catch (fault) {
          // One tenant's trouble is not the others'.
          log.backgroundFailed('a schedule for a tenant', fault);
        }
      });
      count += 1;
    }
    const last = page.docs.at(-1);
    if (!last || page.size < pageSize) return count;
    page = await query.startAfter(last).get();
  }
}
