import * as fc from 'fast-check';
import { mostly } from '../worlds/chance.ts';
import { fixedBelowTenant, fixedElsewhere, fixedOfPerson } from '../worlds/static-documents.ts';
import {
  missingOrder,
  missingProduct,
  notes,
  orders,
  author,
  products,
  strangeTenants,
  tenants,
  uids,
} from '../worlds/vocabulary.ts';

const tenant = fc.oneof(
  { weight: 14, arbitrary: fc.constant(tenants[0]) },
  { weight: 12, arbitrary: fc.constantFrom(...tenants) },
  { weight: 1, arbitrary: fc.constantFrom(...strangeTenants) },
);
const below = (ids: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(tenant, ids).map(([id, rest]) => `tenants/${id}${rest}`);

/** Most writes are tried where something can be written. */
const busy = (ids: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(mostly(12, fc.constant(tenants[0]), tenant), ids).map(([id, rest]) => `tenants/${id}${rest}`);

export const productPath = busy(
  mostly(18, fc.constantFrom(...products), fc.constant(missingProduct)).map((id) => `/products/${id}`),
);
const orderId = mostly(18, fc.constantFrom(...orders), fc.constant(missingOrder)).map((id) => `/orders/${id}`);
export const orderPath = below(orderId);
const noteAmong = (ids: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(busy(orderId), fc.constantFrom(...ids)).map(([order, id]) => `${order}/notes/${id}`);
export const notePath = noteAmong(notes);
export const writtenNotePath = noteAmong(notes.slice(0, 2));
export const freeNotePath = noteAmong(notes.slice(2));

const fixed = below(
  fc.constantFrom(...fixedBelowTenant, '/system/access', '/members/nobody', '/invites/missing', '/audit/missing'),
);
const ofPerson = fc
  .tuple(
    mostly(10, fc.constant(author), fc.constantFrom(...uids)),
    fc.constantFrom(...fixedOfPerson, '/memberships/missing'),
  )
  .map(([uid, rest]) => `users/${uid}${rest}`);
const elsewhere = fc.constantFrom(
  ...fixedElsewhere,
  ...uids.map((uid) => `operators/${uid}`),
  'slugs/free',
  'jobs/none',
);

/** Paths of which the design gives something to somebody, each as often as the other. */
const given = fc.oneof(
  ...[
    '',
    '/public/profile',
    '/members/ann',
    '/invites/invite',
    '/billing/subscription',
    '/invoices/invoice',
    '/usage/2026-01',
    '/stats/2026-01-02',
    '/audit/entry',
  ].map((path) => below(fc.constant(path))),
  ...['', '/memberships/alpha00001'].map((path) => fc.constant(`users/${author}${path}`)),
  ...['jobs/job', 'platformStats/2026-01-02', 'platformAudit/entry'].map((path) => fc.constant(path)),
);

/** Documents that are given one at a time and never by a list, not even by one for their name. */
export const singlePath = fc.oneof(
  ...['', '/public/profile', '/billing/subscription'].map((path) => busy(fc.constant(path))),
  fc.constant(`users/${author}`),
  fc.constant('slugs/alpha'),
);

/** The path of a document, there or not. */
export const documentPath: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: productPath },
  { weight: 4, arbitrary: orderPath },
  { weight: 3, arbitrary: notePath },
  { weight: 8, arbitrary: given },
  { weight: 4, arbitrary: fixed },
  { weight: 1, arbitrary: ofPerson },
  { weight: 4, arbitrary: elsewhere },
);
