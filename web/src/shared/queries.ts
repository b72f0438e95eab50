import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import type { AuditAction } from '@tenantry/model/audit-actions';
import type { OrderStatus, ProductStatus } from '@tenantry/model/documents/business';
import type { InviteStatus } from '@tenantry/model/documents/people';

/**
 * Every query that the web makes, as plain descriptions: a test enumerates them and compares them with
 * firestore.indexes.json, since the emulator asks for no index and production does.
 */
export type Scalar = string | number | boolean | null;
type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Condition =
  | readonly [field: string, comparison: Comparison, value: Scalar]
  | readonly [field: string, comparison: 'in', values: readonly Scalar[]];
/** `__name__` sorts by the document's id. What is compared with a time, or follows one, is in milliseconds: `isTime`. */
export type Sort = readonly [field: string, direction: 'asc' | 'desc'];

export type QueryShape = {
  readonly collection: string;
  readonly where: readonly Condition[];
  readonly orderBy: readonly Sort[];
  readonly limit: number;
  /** Values of `orderBy` of the last row of the page before. */
  readonly after?: readonly Scalar[];
  /** Values of `orderBy` of the first row of the page after. */
  readonly before?: readonly Scalar[];
};

/** Where a page begins or ends; neither is the first page. */
export type Cursor = Pick<QueryShape, 'after' | 'before'>;

/** Whether a field holds a time: `at`, or a name that ends so. */
export const isTime = (field: string): boolean => field === 'at' || field.endsWith('At');

/** One more than a page shows: it tells whether there is a next one. */
export const pageSize = 25;
const page = pageSize + 1;
/** How many of the newest a search reads to look inside them: Firestore finds beginnings of words only. */
const lookedInto = 200;
const prefixEnd = '\uf8ff';

const only = (field: string, value: Scalar | undefined): Condition[] =>
  value === undefined ? [] : [[field, '==', value]];
const beginsWith = (field: string, text: string): Condition[] => [
  [field, '>=', text],
  [field, '<', text + prefixEnd],
];

type ProductFilter = { readonly status?: ProductStatus };
/** Times in milliseconds: the first that counts, and the first that does not any more. */
type AuditFilter = {
  readonly actor?: string | undefined;
  readonly action?: AuditAction | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
};
type OrderFilter = { readonly status?: OrderStatus };

export const queries = {
  memberships: (uid: string): QueryShape => ({
    collection: paths.memberships(uid),
    where: [],
    orderBy: [['lastActiveAt', 'desc']],
    limit: 200,
  }),
  /** The person's own membership of the business at an address, however many others they have. */
  membershipAt: (uid: string, slug: string): QueryShape => ({
    collection: paths.memberships(uid),
    where: [['slug', '==', slug]],
    orderBy: [],
    limit: 1,
  }),
  /** Staff's list, by name. */
  products: (tenantId: string, { status }: ProductFilter = {}, cursor: Cursor = {}): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.products()),
    where: only('status', status),
    orderBy: [
      ['name', 'asc'],
      ['__name__', 'asc'],
    ],
    limit: page,
    ...cursor,
  }),
  productsBySku: (tenantId: string, sku: string, { status }: ProductFilter = {}): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.products()),
    where: [['sku', '==', sku], ...only('status', status)],
    orderBy: [],
    limit: page,
  }),
  productsByName: (tenantId: string, prefix: string, { status }: ProductFilter = {}): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.products()),
    where: [...only('status', status), ...beginsWith('name', prefix)],
    orderBy: [['name', 'asc']],
    limit: page,
  }),
  productsToSearch: (tenantId: string, { status }: ProductFilter = {}): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.products()),
    where: only('status', status),
    orderBy: [['name', 'asc']],
    limit: lookedInto,
  }),
  /** What a customer may see, by name. */
  publishedProducts: (tenantId: string, limit = 500): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.products()),
    where: [['status', '==', 'published']],
    orderBy: [['name', 'asc']],
    limit,
  }),
  /**
   * One product if a customer may see it, and nothing otherwise. A range of one id, since the emulator takes equality for
   * a get of the document, and refuses the person for its status.
   */
  publishedProduct: (tenantId: string, productId: string): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.products()),
    where: [
      ['status', '==', 'published'],
      ['__name__', '>=', productId],
      ['__name__', '<=', productId],
    ],
    orderBy: [],
    limit: 1,
  }),
  /** Staff's list, newest first. */
  orders: (tenantId: string, { status }: OrderFilter = {}, cursor: Cursor = {}): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.orders()),
    where: only('status', status),
    orderBy: [['number', 'desc']],
    limit: page,
    ...cursor,
  }),
  ordersToSearch: (tenantId: string, { status }: OrderFilter = {}): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.orders()),
    where: only('status', status),
    orderBy: [['number', 'desc']],
    limit: lookedInto,
  }),
  orderByNumber: (tenantId: string, number: number): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.orders()),
    where: [['number', '==', number]],
    orderBy: [],
    limit: 1,
  }),
  ordersByCustomerName: (tenantId: string, prefix: string, { status }: OrderFilter = {}): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.orders()),
    where: [...only('status', status), ...beginsWith('customerName', prefix)],
    orderBy: [['customerName', 'asc']],
    limit: page,
  }),
  ordersByCustomerEmail: (tenantId: string, prefix: string, { status }: OrderFilter = {}): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.orders()),
    where: [...only('status', status), ...beginsWith('customerEmail', prefix)],
    orderBy: [['customerEmail', 'asc']],
    limit: page,
  }),
  /** Orders that wait; their count stands in the title. */
  waitingOrders: (tenantId: string): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.orders()),
    where: [['status', '==', 'placed']],
    orderBy: [],
    limit: 100,
  }),
  /** One person's orders, newest first: their own in the portal, a customer's for staff. */
  ordersOf: (tenantId: string, customerUid: string, limit = 50): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.orders()),
    where: [['customerUid', '==', customerUid]],
    orderBy: [['number', 'desc']],
    limit,
  }),
  notes: (tenantId: string, orderId: string): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.notes(orderId)),
    where: [],
    orderBy: [['createdAt', 'asc']],
    limit: 200,
  }),
  customers: (tenantId: string, cursor: Cursor = {}): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.members()),
    where: [['role', '==', 'customer']],
    orderBy: [
      ['joinedAt', 'desc'],
      ['__name__', 'desc'],
    ],
    limit: page,
    ...cursor,
  }),
  customersToSearch: (tenantId: string): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.members()),
    where: [['role', '==', 'customer']],
    orderBy: [['joinedAt', 'desc']],
    limit: lookedInto,
  }),
  customersByName: (tenantId: string, prefix: string): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.members()),
    where: [['role', '==', 'customer'], ...beginsWith('displayName', prefix)],
    orderBy: [['displayName', 'asc']],
    limit: page,
  }),
  customersByEmail: (tenantId: string, prefix: string): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.members()),
    where: [['role', '==', 'customer'], ...beginsWith('email', prefix)],
    orderBy: [['email', 'asc']],
    limit: page,
  }),
  /** Everybody with a seat; seats are limited, customers are not. */
  team: (tenantId: string): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.members()),
    where: [['role', '!=', 'customer']],
    orderBy: [['role', 'asc']],
    limit: 500,
  }),
  /** The log of changes, newest first. */
  audit: (
    tenantId: string,
    { actor, action, from, until }: AuditFilter = {},
    { limit = page, ...cursor }: Cursor & { readonly limit?: number } = {},
  ): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.audits()),
    where: [
      ...only('actor', actor),
      ...only('action', action),
      ...(from === undefined ? [] : ([['at', '>=', from]] as const)),
      ...(until === undefined ? [] : ([['at', '<', until]] as const)),
    ],
    orderBy: [
      ['at', 'desc'],
      ['__name__', 'desc'],
    ],
    limit,
    ...cursor,
  }),
  /** The last months, the newest first: a year and the present one. */
  usage: (tenantId: string): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.usages()),
    where: [],
    orderBy: [['month', 'desc']],
    limit: 13,
  }),
  /** What the business was billed for, newest first. */
  invoices: (tenantId: string, cursor: Cursor = {}): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.invoices()),
    where: [],
    orderBy: [
      ['createdAt', 'desc'],
      ['__name__', 'desc'],
    ],
    limit: page,
    ...cursor,
  }),
  /** Whether anything that the business was billed for is still to be paid. */
  openInvoices: (tenantId: string): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.invoices()),
    where: [['status', '==', 'open']],
    orderBy: [],
    limit: 1,
  }),
  invites: (tenantId: string, statuses: readonly InviteStatus[], limit = 100): QueryShape => ({
    collection: inTenant(tenantId, tenantPaths.invites()),
    where: [['status', 'in', statuses]],
    orderBy: [['createdAt', 'desc']],
    limit,
  }),
} as const;
