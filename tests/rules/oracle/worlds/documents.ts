import * as fc from 'fast-check';
import type { Fields, Value } from '../../../support/rules/values.ts';
import { mostly } from './chance.ts';
import { author, buyer, longAgo, missingOrder, notes, orders, products, uids, type Uid } from './vocabulary.ts';

const uid = fc.constantFrom(...uids);
/** Every second one belongs to the same person, so that people meet their own often enough. */
const mine = (who: Uid): fc.Arbitrary<Value> =>
  mostly<Value, Value>(18, mostly(10, fc.constant(who), uid), fc.constantFrom(null, '', 5, ['ann'], { uid: 'ann' }));

/** A document, now and then without one of its fields. */
function flawed(fields: fc.Arbitrary<Fields>, names: readonly string[]): fc.Arbitrary<Fields> {
  return fc
    .tuple(fields, mostly<undefined, string>(18, fc.constant(undefined), fc.constantFrom(...names)))
    .map(([whole, lost]) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== lost)));
}

const product = fc.record({
  sku: fc.constant('SKU-1'),
  name: fc.constantFrom('A cup', 'Ein Kännchen ☕'),
  description: fc.constantFrom('', 'Holds a quarter\nof a litre.'),
  unitAmount: fc.constantFrom(0, 1_200, 99_999_999),
  stock: fc.constantFrom(0, 7),
  status: mostly<Value, Value>(
    18,
    fc.constantFrom('published', 'draft', 'published', 'archived'),
    fc.constantFrom('Published', 'published ', null, ['published'], true),
  ),
  createdAt: fc.constant(longAgo),
  createdBy: uid,
  updatedAt: fc.constant(longAgo),
  updatedBy: uid,
});

const order = fc.record({
  number: fc.constant(1),
  customerUid: mine(buyer),
  customerName: fc.constant('A customer'),
  total: fc.constantFrom(0, 2_400),
  status: fc.constantFrom('placed', 'fulfilled', 'cancelled'),
  placedAt: fc.constant(longAgo),
});

const note = fc.record({
  text: fc.constant('Call before noon.'),
  authorUid: mine(author),
  createdAt: fc.constant(longAgo),
  updatedAt: fc.constant(longAgo),
});

type Found = fc.Arbitrary<Fields | undefined>;
const at = (often: number, fields: fc.Arbitrary<Fields>): Found => mostly(often, fields, fc.constant(undefined));

const productFields = flawed(product, ['status', 'status', 'name', 'unitAmount', 'updatedBy', 'sku']);
const orderFields = flawed(order, ['customerUid', 'customerUid', 'status']);
const noteFields = flawed(note, ['authorUid', 'authorUid', 'text', 'createdAt']);

/** What may lie below a tenant that requests depend on, each path with what is there or nothing. */
export const belowTenant: fc.Arbitrary<Readonly<Record<string, Fields | undefined>>> = fc.record(
  Object.fromEntries<Found>([
    ...products.map((id): [string, Found] => [`products/${id}`, at(18, productFields)]),
    ...orders.map((id): [string, Found] => [`orders/${id}`, at(16, orderFields)]),
    ...[...orders, missingOrder].flatMap((id) =>
      notes.map((n): [string, Found] => [`orders/${id}/notes/${n}`, at(n < 'n2' ? 18 : 3, noteFields)]),
    ),
  ]),
);
