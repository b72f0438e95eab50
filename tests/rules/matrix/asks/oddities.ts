import { collectionOf, type Place, type TenantSample } from '../../../support/rules/samples.ts';
import { double, serverTime, type Fields, type Value } from '../../../support/rules/values.ts';
import type { Operation } from '../../../support/rules/operations.ts';
import { commit, sampleOf, stamps, type Ask, type Need, type Places } from './ask.ts';

/** A document that is as it should never be, beside the one that it would be. */
const oddPath = (sample: TenantSample, place: Place, what: string): string =>
  `${sampleOf(sample).path(place)}-${what.replaceAll(' ', '-')}`;

type Oddity = {
  readonly sample: TenantSample;
  /** What is odd about it; undefined takes the field out. */
  readonly field: string;
  readonly values: (uid: string) => Readonly<Record<string, Value | undefined>>;
  /** Whose right the reading of it takes. */
  readonly read: TenantSample;
};

/** What is not clearly somebody's, or not clearly published, is nobody's and is not published. */
const oddities: readonly Oddity[] = [
  {
    sample: 'ownOrder',
    field: 'customerUid',
    read: 'order',
    values: (uid) => ({
      'no customer': undefined,
      'a walk-in': null,
      'a customer in a list': [uid],
      'a customer in a map': { uid },
      'an empty customer': '',
    }),
  },
  {
    sample: 'published',
    field: 'status',
    read: 'draft',
    values: () => ({
      'no status': undefined,
      'a status that is null': null,
      'a status in capitals': 'Published',
      'a status in a list': ['published'],
      'a status that is true': true,
    }),
  },
  {
    sample: 'ownNote',
    field: 'authorUid',
    read: 'note',
    values: (uid) => ({
      'no author': undefined,
      'an author that is null': null,
      'an author in a list': [uid],
      'an empty author': '',
    }),
  },
];

function odd(
  sample: TenantSample,
  what: string,
  field: string,
  value: (uid: string) => Value | undefined,
): Pick<Ask, 'samples' | 'decidedBy'> & Required<Pick<Ask, 'given'>> & { readonly path: (place: Place) => string } {
  const path = (place: Place): string => oddPath(sample, place, what);
  return {
    samples: [],
    decidedBy: [sample],
    path,
    given: ({ here }) => {
      const rest = Object.entries(sampleOf(sample).fields(here)).filter(([name]) => name !== field);
      const held = value(here.uid);
      return { [path(here)]: Object.fromEntries(held === undefined ? rest : [...rest, [field, held]]) };
    },
  };
}

const readings = oddities.flatMap(({ sample, field, values, read }) =>
  Object.keys(values('')).map((what): Ask => {
    const { path, ...asked } = odd(sample, what, field, (uid) => values(uid)[what]);
    return {
      ...asked,
      name: `get ${sample} with ${what}`,
      verb: 'get',
      needs: [{ sample: read, verb: 'get' }],
      operation: ({ here }) => ({ kind: 'get', path: path(here) }),
    };
  }),
);

const authorless = oddities
  .filter(({ field }) => field === 'authorUid')
  .flatMap(({ sample, field, values }) =>
    Object.keys(values('')).flatMap((what): readonly Ask[] => {
      const { path, ...asked } = odd(sample, what, field, (uid) => values(uid)[what]);
      const later = ({ here }: Places): Operation =>
        commit({ kind: 'update', path: path(here), fields: { text: 'Later.', ...stamps(sample, here) } });
      const gone = ({ here }: Places): Operation => commit({ kind: 'delete', path: path(here) });
      return [
        { ...asked, name: `update ${sample} with ${what}`, verb: 'update', needs: null, operation: later },
        { ...asked, name: `delete ${sample} with ${what}`, verb: 'delete', needs: null, operation: gone },
      ];
    }),
  );

/** A product whose stock is no whole number stays as it is, until the server has put it right. */
const fractions = Object.entries({ 'half a stock': 7.5, 'a stock as a double': double(7) }).map(
  ([what, stock]): Ask => {
    const { path, ...asked } = odd('published', what, 'stock', () => stock);
    return {
      ...asked,
      name: `update published with ${what}`,
      verb: 'update',
      needs: null,
      operation: ({ here }) =>
        commit({ kind: 'update', path: path(here), fields: { name: 'A bowl', ...stamps('published', here) } }),
    };
  },
);

/** The staff's notes on an order of one's own: whose order it is opens none of them. */
const ofOwnOrder = (place: Place): string => `${sampleOf('ownOrder').path(place)}/notes/${place.uid}`;
const noteOf = (place: Place): Record<string, Fields> => ({ [ofOwnOrder(place)]: sampleOf('ownNote').fields(place) });

function onOwnOrder(verb: Need['verb'], operation: Ask['operation']): Ask {
  return {
    name: `${verb} a note on ownOrder`,
    verb,
    samples: [],
    decidedBy: ['ownNote'],
    needs: [{ sample: 'ownNote', verb }],
    given: ({ here }) => ({
      [sampleOf('ownOrder').path(here)]: sampleOf('ownOrder').fields(here),
      ...(verb === 'create' ? {} : noteOf(here)),
    }),
    operation,
  };
}

const onOwnOrders: readonly Ask[] = [
  onOwnOrder('get', ({ here }) => ({ kind: 'get', path: ofOwnOrder(here) })),
  onOwnOrder('list', ({ here }) => ({ kind: 'list', query: { collection: collectionOf(ofOwnOrder(here)) } })),
  onOwnOrder('create', ({ here }) =>
    commit({ kind: 'create', path: `${ofOwnOrder(here)}-new`, fields: sampleOf('ownNote').created(here) }),
  ),
  onOwnOrder('update', ({ here }) =>
    commit({ kind: 'update', path: ofOwnOrder(here), fields: { text: 'Later.', updatedAt: serverTime } }),
  ),
  onOwnOrder('delete', ({ here }) => commit({ kind: 'delete', path: ofOwnOrder(here) })),
];

/** Documents that are not as they should be, and notes where a customer would look for them. */
export const oddityAsks: readonly Ask[] = [...readings, ...authorless, ...fractions, ...onOwnOrders];
