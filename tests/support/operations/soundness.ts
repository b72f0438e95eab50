import { orderDocument, productDocument, totalOf } from '@tenantry/model/documents/business';
import { inviteDocument, memberDocument } from '@tenantry/model/documents/people';
import {
  type AuditDocument,
  type CountersDocument,
  countersDocument,
  profileDocument,
} from '@tenantry/model/documents/tenants';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { takesSeat } from '@tenantry/model/roles';
import type * as z from 'zod/mini';
import { database, readDocument } from '../database.ts';
import type { Place } from './place.ts';

/** What the counters of a place say beyond what its documents show: a place is opened with more than it holds. */
export type Surplus = Readonly<
  Record<'seatsUsed' | 'owners' | 'seatsInvited' | 'products' | 'lastOrderNumber', number>
>;

const collections = {
  members: memberDocument,
  invites: inviteDocument,
  products: productDocument,
  orders: orderDocument,
} as const satisfies Record<string, z.ZodMiniType>;

/** What is half done or broken in a place. Before any call it is nothing, and the surplus is what is told beside. */
export async function unsoundness(place: Place): Promise<{ readonly faults: string[]; readonly surplus: Surplus }> {
  const tenant = database().doc(inTenant(place.tenantId, tenantPaths.self()));
  const names = Object.keys(collections) as (keyof typeof collections)[];
  const [found, audit, counters, profile] = await Promise.all([
    Promise.all(names.map(async (name) => [name, (await tenant.collection(name).get()).docs] as const)),
    tenant.collection('audit').orderBy('seq').get(),
    readDocument(inTenant(place.tenantId, tenantPaths.counters())) as Promise<CountersDocument>,
    readDocument(inTenant(place.tenantId, tenantPaths.profile())),
  ]);
  const faults: string[] = [];
  for (const [name, documents] of found) {
    for (const document of documents) {
      if (!collections[name].safeParse(document.data()).success) faults.push(`${document.ref.path} has another shape`);
    }
  }
  if (!countersDocument.safeParse(counters).success) faults.push('the counters have another shape');
  if (!profileDocument.safeParse(profile).success) faults.push('the profile has another shape');

  const [members = [], invites = [], products = [], orders = []] = found.map(([, documents]) =>
    documents.map((document) => document.data()),
  );
  for (const { stock } of products) if (!(stock >= 0 && stock <= 1_000_000)) faults.push(`a stock of ${stock}`);
  for (const order of orders.map((each) => orderDocument.parse(each))) {
    if (order.total !== totalOf(order.lines)) faults.push(`order ${order.number} adds up to another total`);
  }
  const placed = orders.map(({ number }) => number as number).filter((number) => number > 1);
  if (new Set(placed).size !== placed.length) faults.push('two orders have one number');
  audit.docs.forEach((entry, index) => {
    if ((entry.data() as AuditDocument).seq !== index + 1) faults.push(`the audit log skips at ${index + 1}`);
  });
  const roles = members.map(({ role }) => role as string);
  const open = invites.filter(({ status, role }) => status === 'open' && takesSeat(role as string));
  return {
    faults,
    surplus: {
      seatsUsed: counters.seatsUsed - roles.filter(takesSeat).length,
      owners: counters.owners - roles.filter((role) => role === 'owner').length,
      seatsInvited: counters.seatsInvited - open.length,
      products: counters.products - products.length,
      lastOrderNumber: counters.lastOrderNumber - placed.length,
    },
  };
}
