import type { Filter, Operation, Query } from '../../../support/rules/operations.ts';
import { collectionOf, type Place, type TenantSample } from '../../../support/rules/samples.ts';
import { sampleKeys, sampleOf, type Ask } from './ask.ts';

/** Samples beside another of the same collection, which stands for all of it. */
const parts = ['published', 'ownOrder', 'ownMember', 'ownNote', 'besideProfile', 'besideSubscription'];
const collections = sampleKeys.filter((key) => !parts.includes(key));

function asking(
  name: string,
  samples: readonly TenantSample[],
  needs: TenantSample | null,
  operation: (place: Place) => Operation,
): Ask {
  return {
    name,
    verb: 'list',
    samples,
    needs: needs === null ? null : [{ sample: needs, verb: 'list' }],
    operation: ({ here }) => operation(here),
  };
}

const listed = collections.map((key) =>
  asking(`list all of ${key}, without a query`, [key], key, (place) => ({
    kind: 'documents',
    collection: collectionOf(sampleOf(key).path(place)),
  })),
);

/** A query by the name tells the rules the whole path, and they are shown the document: as good as a get, and no more. */
const named = sampleKeys.map((key) =>
  asking(`list ${key} by its name`, [key], key, (place) => {
    const path = sampleOf(key).path(place);
    return { kind: 'list', query: { collection: collectionOf(path), named: path } };
  }),
);

/** Of a name, whoever's they are; with the filter, where one would open the collection of one tenant. */
const everywhere = [...collections, ...(['published', 'ownOrder'] as const)].map((key) =>
  asking(`list every collection of the name of ${key}`, [key], null, (place) => {
    const { collection, where = [] } = sampleOf(key).query(place);
    return {
      kind: 'list',
      query: { collection: collection.slice(collection.lastIndexOf('/') + 1), where, everywhere: true },
    };
  }),
);

/** Queries that ask for a share of a collection, by whose right it takes. */
type Shares = Readonly<
  Record<string, { readonly right: TenantSample; readonly where: (uid: string) => readonly Filter[] }>
>;

const ofProducts: Shares = {
  'published ones': { right: 'published', where: () => [['status', 'EQUAL', 'published']] },
  'published ones of a price': {
    right: 'published',
    where: () => [
      ['status', 'EQUAL', 'published'],
      ['unitAmount', 'EQUAL', 1_200],
    ],
  },
  everything: { right: 'draft', where: () => [] },
  drafts: { right: 'draft', where: () => [['status', 'EQUAL', 'draft']] },
  'what is not archived': { right: 'draft', where: () => [['status', 'NOT_EQUAL', 'archived']] },
  'published ones and drafts': { right: 'draft', where: () => [['status', 'IN', ['published', 'draft']]] },
  'those of a price': { right: 'draft', where: () => [['unitAmount', 'EQUAL', 1_200]] },
  'those with a status after a letter': { right: 'draft', where: () => [['status', 'GREATER_THAN', 'a']] },
};

const ofOrders: Shares = {
  "one's own": { right: 'ownOrder', where: (uid) => [['customerUid', 'EQUAL', uid]] },
  "one's own placed ones": {
    right: 'ownOrder',
    where: (uid) => [
      ['customerUid', 'EQUAL', uid],
      ['status', 'EQUAL', 'placed'],
    ],
  },
  everything: { right: 'order', where: () => [] },
  "somebody else's": { right: 'order', where: () => [['customerUid', 'EQUAL', 'somebody']] },
  "walk-ins'": { right: 'order', where: () => [['customerUid', 'EQUAL', null]] },
  "one's own and somebody else's": { right: 'order', where: (uid) => [['customerUid', 'IN', [uid, 'somebody']]] },
  'all placed ones': { right: 'order', where: () => [['status', 'EQUAL', 'placed']] },
  'those with a customer after a letter': { right: 'order', where: () => [['customerUid', 'GREATER_THAN', '']] },
};

/** By list, where it finds something; by count, sum and average, to which finding nothing is an answer too. */
function shared(whole: TenantSample, part: TenantSample, field: string, queries: Shares): readonly Ask[] {
  return Object.entries(queries).flatMap(([name, { right, where }]) => {
    const query = (place: Place): Query => ({
      collection: collectionOf(sampleOf(whole).path(place)),
      where: where(place.uid),
    });
    const ask = (kind: string, operation: (place: Place) => Operation): Ask =>
      asking(`${kind} ${whole}s: ${name}`, [whole, part], right, operation);
    return [
      ...(name === "walk-ins'" ? [] : [ask('list', (place) => ({ kind: 'list', query: query(place) }))]),
      ask('count', (place) => ({ kind: 'aggregate', query: query(place), of: { kind: 'count' } })),
      ask('sum', (place) => ({ kind: 'aggregate', query: query(place), of: { kind: 'sum', field } })),
      ask('avg', (place) => ({ kind: 'aggregate', query: query(place), of: { kind: 'avg', field } })),
    ];
  });
}

/** Every other way to ask for more than one document. */
export const queryAsks: readonly Ask[] = [
  ...listed,
  ...named,
  ...everywhere,
  ...shared('draft', 'published', 'unitAmount', ofProducts),
  ...shared('order', 'ownOrder', 'total', ofOrders),
];
