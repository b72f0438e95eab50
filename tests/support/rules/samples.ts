import type { Query } from './verbs.ts';
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
  readonly path: (place: Place) => string;
  readonly fields: (place: Place) => Fields;
  /** The query that finds it: filtered where the right depends on a field, unfiltered for the rest. */
  readonly query: (place: Place) => Query;
  /** A document of the right shape, in a place where none is yet. */
  readonly created: (place: Place) => Written;
  /** A change of the right shape. */
  readonly changed: (place: Place) => Written;
};

const then = new Date('2026-01-02T03:04:05Z');

/** A sample that only the server writes: what a client tries to write does not matter. */
function plain(match: string, document: string, fields: (place: Place) => Fields = () => ({ at: then })): Sample {
  const path = ({ tenantId }: Place): string => `tenants/${tenantId}${document}`;
  return {
    match,
    path,
    fields,
    query: (place) => ({ collection: path(place).slice(0, path(place).lastIndexOf('/')) }),
    created: fields,
    changed: () => ({ changedByClient: true }),
  };
}

/** A document of which there is one, and which is not listed: the query asks for it by its name. */
function single(match: string, document: string): Sample {
  const sample = plain(match, document);
  return { ...sample, query: (place) => ({ ...sample.query(place), named: sample.path(place) }) };
}

function unnamed(document: string): Sample {
  return { ...plain('', document), match: null };
}

function product(status: string, query: (collection: string) => Query): Sample {
  const path = ({ tenantId, uid }: Place): string => `tenants/${tenantId}/products/${status}-for-${uid}`;
  return {
    match: '/tenants/{tenant}/products/{product}',
    path,
    fields: () => productFields(status),
    query: ({ tenantId }) => query(`tenants/${tenantId}/products`),
    created: ({ uid }) => ({ ...productFields(status), createdBy: uid, updatedBy: uid, updatedAt: serverTime }),
    changed: ({ uid }) => ({ unitAmount: 1_250, updatedAt: serverTime, updatedBy: uid }),
  };
}

export function productFields(status: string): Fields {
  return {
    sku: `SKU-${status}`,
    name: 'A cup',
    description: 'Holds a quarter of a litre.',
    unitAmount: 1_200,
    stock: 7,
    status,
    createdAt: then,
    createdBy: 'somebody',
    updatedAt: then,
    updatedBy: 'somebody',
  };
}

function order(
  id: (uid: string) => string,
  customer: (uid: string) => string,
  query: (at: string, uid: string) => Query,
): Sample {
  const fields = ({ uid }: Place): Fields => ({
    number: 1,
    customerUid: customer(uid),
    customerName: 'A customer',
    customerEmail: 'customer@example.com',
    lines: [{ productId: 'published', sku: 'SKU-published', name: 'A cup', quantity: 2, unitAmount: 1_200 }],
    total: 2_400,
    currency: 'EUR',
    message: '',
    status: 'placed',
    cancelReason: null,
    placedAt: then,
    fulfilledAt: null,
    cancelledAt: null,
  });
  return {
    match: '/tenants/{tenant}/orders/{order}',
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
    path: ({ tenantId, uid }) => `tenants/${tenantId}/orders/${notedOrder}/notes/${id(uid)}`,
    fields: ({ uid }) => ({ text: 'Call before noon.', authorUid: author(uid), createdAt: then, updatedAt: then }),
    query: ({ tenantId }) => ({ collection: `tenants/${tenantId}/orders/${notedOrder}/notes` }),
    created: ({ uid }) => ({ text: 'Call.', authorUid: author(uid), createdAt: serverTime, updatedAt: serverTime }),
    changed: () => ({ text: 'Call after noon.', updatedAt: serverTime }),
  };
}

/** Every path below a tenant. */
export const tenantSamples = {
  tenant: single('/tenants/{tenant}', ''),
  profile: single('/tenants/{tenant}/public/profile', '/public/profile'),
  system: plain('/tenants/{tenant}/system/{document}', '/system/counters'),
  idempotency: plain('/tenants/{tenant}/idempotency/{hash}', '/idempotency/hash'),
  member: plain('/tenants/{tenant}/members/{uid}', '/members/somebody'),
  ownMember: {
    ...plain('/tenants/{tenant}/members/{uid}', ''),
    path: ({ tenantId, uid }) => `tenants/${tenantId}/members/${uid}`,
    query: ({ tenantId }) => ({ collection: `tenants/${tenantId}/members` }),
  },
  invite: plain('/tenants/{tenant}/invites/{invite}', '/invites/invite'),
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
  subscription: single('/tenants/{tenant}/billing/subscription', '/billing/subscription'),
  invoice: plain('/tenants/{tenant}/invoices/{invoice}', '/invoices/invoice'),
  usageEvent: plain('/tenants/{tenant}/usageEvents/{event}', '/usageEvents/event'),
  usage: plain('/tenants/{tenant}/usage/{month}', '/usage/2026-01'),
  stats: plain('/tenants/{tenant}/stats/{day}', '/stats/2026-01-02'),
  audit: plain('/tenants/{tenant}/audit/{entry}', '/audit/entry'),
  unnamedCollection: unnamed('/unnamed/document'),
  besideProfile: unnamed('/public/other'),
  besideSubscription: unnamed('/billing/other'),
  belowMember: unnamed('/members/somebody/below/document'),
  belowProduct: unnamed('/products/any/below/document'),
  belowNote: unnamed(`/orders/${notedOrder}/notes/others/below/document`),
} as const satisfies Record<string, Sample>;

export type TenantSample = keyof typeof tenantSamples;
