import { compositeIndexOf, type DeclaredIndex, type IndexedQuery, isIndexed } from '@tenantry/model/composite-index';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Cursor, queries, type QueryShape } from './queries.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

type Declared = { readonly indexes: readonly DeclaredIndex[] };

const declared = JSON.parse(readFileSync(`${root}firestore.indexes.json`, 'utf8')) as Declared;

const t = 'a1b2c3d4e5';
const filters = [{}, { status: 'placed' }] as const;
const stocked = [{}, { status: 'published' }] as const;
const pages = (after: Cursor['after']): readonly Cursor[] => [{}, { after }, { before: after }];

/** Every way in which each query is made. A new query fails to compile until it is here. */
const samples = {
  memberships: [queries.memberships('u')],
  membershipAt: [queries.membershipAt('u', 'shop')],
  products: stocked.flatMap((filter) => pages(['Rye', 'id']).map((cursor) => queries.products(t, filter, cursor))),
  productsToSearch: stocked.map((filter) => queries.productsToSearch(t, filter)),
  productsBySku: stocked.map((filter) => queries.productsBySku(t, 'RYE-1', filter)),
  productsByName: stocked.map((filter) => queries.productsByName(t, 'Rye', filter)),
  publishedProducts: [queries.publishedProducts(t)],
  publishedProduct: [queries.publishedProduct(t, 'id')],
  orders: filters.flatMap((filter) => pages([7]).map((cursor) => queries.orders(t, filter, cursor))),
  ordersToSearch: filters.map((filter) => queries.ordersToSearch(t, filter)),
  orderByNumber: [queries.orderByNumber(t, 7)],
  ordersByCustomerName: filters.map((filter) => queries.ordersByCustomerName(t, 'Ann', filter)),
  ordersByCustomerEmail: filters.map((filter) => queries.ordersByCustomerEmail(t, 'ann', filter)),
  waitingOrders: [queries.waitingOrders(t)],
  ordersOf: [queries.ordersOf(t, 'u')],
  notes: [queries.notes(t, 'o')],
  customers: pages([1_700_000_000_000, 'id']).map((cursor) => queries.customers(t, cursor)),
  customersToSearch: [queries.customersToSearch(t)],
  customersByName: [queries.customersByName(t, 'Ann')],
  customersByEmail: [queries.customersByEmail(t, 'ann')],
  team: [queries.team(t)],
  audit: [{}, { actor: 'u' }, { action: 'tenant.updated' as const }, { actor: 'u', action: 'tenant.updated' as const }]
    .flatMap((filter) => [filter, { ...filter, from: 1, until: 2 }])
    .flatMap((filter) => pages([1_700_000_000_000, 'id']).map((cursor) => queries.audit(t, filter, cursor))),
  invoices: pages([1_700_000_000_000, 'id']).map((cursor) => queries.invoices(t, cursor)),
  openInvoices: [queries.openInvoices(t)],
  usage: [queries.usage(t)],
  invites: [queries.invites(t, ['open', 'expired'])],
} satisfies Record<keyof typeof queries, readonly QueryShape[]>;

const all = Object.entries(samples).flatMap(([name, shapes]) => shapes.map((shape) => ({ name, shape })));

const indexed = ({ collection, where, orderBy, before }: QueryShape): IndexedQuery => ({
  collection: collection.split('/').at(-1) ?? '',
  where,
  orderBy,
  backwards: Boolean(before),
});

describe('the queries of the web', () => {
  it.each(all)('$name has the index that production asks for: $shape', ({ shape }) => {
    expect(isIndexed(indexed(shape), declared.indexes), JSON.stringify(compositeIndexOf(indexed(shape)))).toBe(true);
  });

  it('are told apart from those that need none: one equality with a sort on another field needs one', () => {
    expect(compositeIndexOf(indexed(queries.ordersOf(t, 'u')))).toBeDefined();
    expect(compositeIndexOf(indexed(queries.orders(t)))).toBeUndefined();
  });

  it('end somewhere: each has a limit', () => {
    for (const { shape } of all) expect(shape.limit).toBeGreaterThan(0);
  });

  it('are described here and nowhere else: the SDK’s query functions are called in shared/live only', () => {
    const builders =
      /import\s*\{[^}]*\b(query|where|collectionGroup|getDocs|orderBy)\b[^}]*\}\s*from 'firebase\/firestore/;
    const files = globSync('web/src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('/shared/live/'));
    expect(files.filter((file) => builders.test(readFileSync(root + file, 'utf8')))).toEqual([]);
    expect(builders.test(readFileSync(`${root}web/src/shared/live/source.ts`, 'utf8'))).toBe(true);
  });
});
