import * as fc from 'fast-check';
import { mostly } from '../worlds/access.ts';
import { fixedBelowTenant, fixedElsewhere, fixedOfPerson } from '../worlds/static-documents.ts';
import {
  missingOrder,
  missingProduct,
  notes,
  orders,
  owner,
  products,
  strangeTenants,
  tenants,
  uids,
} from '../worlds/vocabulary.ts';

const tenant = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...tenants) },
  { weight: 1, arbitrary: fc.constantFrom(...strangeTenants) },
);
const below = (ids: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(tenant, ids).map(([id, rest]) => `tenants/${id}${rest}`);

export const productPath = below(
  mostly(18, fc.constantFrom(...products), fc.constant(missingProduct)).map((id) => `/products/${id}`),
);
export const orderPath = below(
  mostly(18, fc.constantFrom(...orders), fc.constant(missingOrder)).map((id) => `/orders/${id}`),
);
const noteAmong = (ids: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(orderPath, fc.constantFrom(...ids)).map(([order, id]) => `${order}/notes/${id}`);
export const notePath = noteAmong(notes);
export const writtenNotePath = noteAmong(notes.slice(0, 2));
export const freeNotePath = noteAmong(notes.slice(2));

const fixed = below(
  fc.constantFrom(...fixedBelowTenant, '/system/access', '/members/nobody', '/invites/missing', '/audit/missing'),
);
const ofPerson = fc
  .tuple(
    mostly(10, fc.constant(owner), fc.constantFrom(...uids)),
    fc.constantFrom(...fixedOfPerson, '/memberships/missing'),
  )
  .map(([uid, rest]) => `users/${uid}${rest}`);
const elsewhere = fc.constantFrom(
  ...fixedElsewhere,
  ...uids.map((uid) => `operators/${uid}`),
  'slugs/free',
  'jobs/none',
);

/** The path of a document, there or not. */
export const documentPath: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: productPath },
  { weight: 4, arbitrary: orderPath },
  { weight: 3, arbitrary: notePath },
  { weight: 6, arbitrary: fixed },
  { weight: 2, arbitrary: ofPerson },
  { weight: 3, arbitrary: elsewhere },
);
