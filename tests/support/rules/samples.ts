import { valuesOf, type FieldTable } from './documents/fields.ts';
import type { Query } from './operations.ts';
import { tenantDocuments as documents } from './documents/tenant-documents.ts';
import { serverTime, type Fields, type Written } from './values.ts';

/** Where a sample lies, and for whom it is made. */
export type Place = { readonly tenantId: string; readonly uid: string };

/**
 * One document of a path, for the requests that the matrix makes of it. Where a right depends on the document, a path
 * has a sample for each answer: a published product and a draft, an order of one's own and somebody else's.
 */
export type Sample = {
  /** The `match` of the rules that decides, or null for what no `match` but the last names. */
  readonly match: string | null;
  readonly document: FieldTable;
  readonly path: (place: Place) => string;
  readonly fields: (place: Place) => Fields;
  /** The query that finds it: filtered where the right depends on a field, unfiltered for the rest. */
  readonly query: (place: Place) => Query;
  /** A document of the right shape, in a place where none is yet. */
  readonly created: (place: Place) => Written;
  /** A change of the right shape. */
  readonly changed: (place: Place) => Written;
};

/** A sample that only the server writes: what a client tries to write does not matter. */
function plain(match: string, document: string, table: FieldTable = documents.other): Sample {
  const path = ({ tenantId }: Place): string => `tenants/${tenantId}${document}`;
  return {
    match,
    document: table,
    path,
    fields: () => valuesOf(table),
    query: (place) => ({ collection: collectionOf(path(place)) }),
    created: () => valuesOf(table),
    changed: () => ({ changedByClient: true }),
  };
}

/** The collection that a document lies in. */
export function collectionOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** A document of which there is one, and which is not listed: the query asks for it by its name. */
function single(match: string, document: string, table: FieldTable): Sample {
  const sample = plain(match, document, table);
  return { ...sample, query: (place) => ({ ...sample.query(place), named: sample.path(place) }) };
}

function unnamed(document: string): Sample {
  return { ...plain('', document), match: null };
}

function product(status: string, query: (collection: string) => Query): Sample {
  return {
    match: '/tenants/{tenant}/products/{product}',
    document: documents.product,
    path: ({ tenantId, uid }) => `tenants/${tenantId}/products/${status}-for-${uid}`,
    fields: () => productFields(status),
    query: ({ tenantId }) => query(`tenants/${tenantId}/products`),
    created: ({ uid }) => ({ ...productFields(status), createdBy: uid, updatedBy: uid, updatedAt: serverTime }),
    changed: ({ uid }) => ({ unitAmount: 1_250, updatedAt: serverTime, updatedBy: uid }),
  };
}

export function productFields(status: string): Fields {
  return { ...valuesOf(documents.product), sku: `SKU-${status}`, status };
}

function order(
  id: (uid: string) => string,
  customer: (uid: string) => string,
  query: (at: string, uid: string) => Query,
): Sample {
  const fields = ({ uid }: Place): Fields => ({ ...valuesOf(documents.order), customerUid: customer(uid) });
  return {
    match: '/tenants/{tenant}/orders/{order}',
    document: documents.order,
    path: ({ tenantId, uid }) => `tenants/${tenantId}/orders/${id(uid)}`,
    fields,
    query: ({ tenantId, uid }) => query(`tenants/${tenantId}/orders`, uid),
    created: fields,
    changed: () => ({ status: 'cancelled' }),
  };
}

/** The order that notes hang under. */
export const notedOrder = 'noted';

function note(id: (uid: string) => string, author: (uid: string) => string): Sample {
  return {
    match: '/tenants/{tenant}/orders/{order}/notes/{note}',
    document: documents.note,
    path: ({ tenantId, uid }) => `tenants/${tenantId}/orders/${notedOrder}/notes/${id(uid)}`,
    fields: ({ uid }) => ({ ...valuesOf(documents.note), authorUid: author(uid) }),
    query: ({ tenantId }) => ({ collection: `tenants/${tenantId}/orders/${notedOrder}/notes` }),
    created: ({ uid }) => ({ text: 'Call.', authorUid: author(uid), createdAt: serverTime, updatedAt: serverTime }),
    changed: () => ({ text: 'Call after noon.', updatedAt: serverTime }),
  };
}

/** Every path below a tenant. */
export const tenantSamples = {
  tenant: single('/tenants/{tenant}', '', documents.tenant),
  profile: single('/tenants/{tenant}/public/profile', '/public/profile', documents.profile),
  system: plain('/tenants/{tenant}/system/{document}', '/system/counters', documents.counters),
  idempotency: plain('/tenants/{tenant}/idempotency/{hash}', '/idempotency/hash'),
  member: plain('/tenants/{tenant}/members/{uid}', '/members/somebody', documents.member),
  ownMember: {
    ...plain('/tenants/{tenant}/members/{uid}', '', documents.member),
    path: ({ tenantId, uid }) => `tenants/${tenantId}/members/${uid}`,
    query: ({ tenantId }) => ({ collection: `tenants/${tenantId}/members` }),
  },
  invite: plain('/tenants/{tenant}/invites/{invite}', '/invites/invite', documents.invite),
  published: product('published', (collection) => ({ collection, where: [['status', 'EQUAL', 'published']] })),
  draft: product('draft', (collection) => ({ collection })),
  ownOrder: order(
    (uid) => `of-${uid}`,
    (uid) => uid,
    (collection, uid) => ({ collection, where: [['customerUid', 'EQUAL', uid]] }),
  ),
  order: order(
    () => 'others',
    () => 'somebody',
    (collection) => ({ collection }),
  ),
  ownNote: note(
    (uid) => `by-${uid}`,
    (uid) => uid,
  ),
  note: note(
    () => 'others',
    () => 'somebody',
  ),
  subscription: single('/tenants/{tenant}/billing/subscription', '/billing/subscription', documents.subscription),
  invoice: plain('/tenants/{tenant}/invoices/{invoice}', '/invoices/invoice'),
  usageEvent: plain('/tenants/{tenant}/usageEvents/{event}', '/usageEvents/event'),
  usage: plain('/tenants/{tenant}/usage/{month}', '/usage/2026-01'),
  stats: plain('/tenants/{tenant}/stats/{day}', '/stats/2026-01-02'),
  audit: plain('/tenants/{tenant}/audit/{entry}', '/audit/entry', documents.audit),
  unnamedCollection: unnamed('/unnamed/document'),
  besideProfile: unnamed('/public/other'),
  besideSubscription: unnamed('/billing/other'),
  belowMember: unnamed('/members/somebody/below/document'),
  belowProduct: unnamed('/products/any/below/document'),
  belowNote: unnamed(`/orders/${notedOrder}/notes/others/below/document`),
} as const satisfies Record<string, Sample>;

export type TenantSample = keyof typeof tenantSamples;
