import { randomUUID } from 'node:crypto';
import type { Query } from 'firebase-admin/firestore';
import type { PlacementDocument } from '@tenantry/model/documents/tenants';
import { paths } from '@tenantry/model/paths';
import { tenantIdAt } from '@tenantry/model/tenant-id';
import { controlPlane } from '../firestore.ts';
import { instantOf } from '../instant.ts';
import { log } from '../../log.ts';
import { inTenantContext } from '../../tenant-context.ts';
import { beginningAt } from './beginning-at.ts';

const pageSize = 300;
/** Tenants that are worked for at the same time: one waits for the database most of its time. */
const atOnce = 8;

type TenantWork = (tenantId: string, placement: PlacementDocument) => Promise<void>;

/**
 * Runs work for each tenant, a few at a time, each inside its own context; one that fails is logged and passed over. It begins
 * elsewhere among them with each run and goes round: where the time of a run is not enough for all, nobody is always the last.
 * Answers how many there were.
 */
export async function forEveryTenant(now: Date, work: TenantWork): Promise<number> {
  const inOrder = controlPlane().collection(paths.placements()).orderBy('__name__');
  const beginning = tenantIdAt(beginningAt(now));
  const after = await forTenantsOf(inOrder.startAfter(beginning), work);
  return after + (await forTenantsOf(inOrder, work, (tenantId) => tenantId <= beginning));
}

/** The same for tenants whose billing the clock alone changes by a moment, the longest due first. */
export function forTenantsToCheck(now: Date, work: TenantWork): Promise<number> {
  const due = controlPlane().collection(paths.placements()).where('billingCheckAt', '<=', instantOf(now));
  return forTenantsOf(due.orderBy('billingCheckAt').orderBy('__name__'), work);
}

/** Page by page, as far as it is asked to go. What the work changes of a tenant's place in the order was read before. */
async function forTenantsOf(
  placements: Query,
  work: TenantWork,
  isMeant = (_tenantId: string) => true,
): Promise<number> {
  const query = placements.limit(pageSize);
  let count = 0;
  let page = await query.get();
  for (;;) {
    const meant = page.docs.filter(({ id }) => isMeant(id));
    const queue = meant.values();
    const workOff = async (): Promise<void> => {
      for (const document of queue) await workFor(document.id, document.data() as PlacementDocument, work);
    };
    await Promise.all(Array.from({ length: atOnce }, workOff));
    count += meant.length;
    const last = page.docs.at(-1);
    if (!last || page.size < pageSize || meant.length < page.size) return count;
    page = await query.startAfter(last).get();
  }
}

function workFor(tenantId: string, placement: PlacementDocument, work: TenantWork): Promise<void> {
  return inTenantContext(tenantId, randomUUID(), async () => {
    try {
      await work(tenantId, placement);
    } catch (fault) {
      // One tenant's trouble is not the others'.
      log.backgroundFailed('a schedule for a tenant', fault);
    }
  });
}
