import type { Operation, Write } from '../../support/rules/operations.ts';
import {
  platformSamples,
  type PlatformKey,
  type PlatformSample,
} from '../../support/rules/documents/platform-samples.ts';
import { self } from '../../support/rules/people/platform-actors.ts';
import { collectionOf } from '../../support/rules/samples.ts';
import { serverTime, transform, type Written } from '../../support/rules/values.ts';
import type { Verb } from '../../support/rules/verbs.ts';

/** A request outside the tenants. The right to the verb on every one of the samples allows it, or nothing does. */
export type PlatformAsk = {
  readonly name: string;
  readonly verb: Verb;
  readonly samples: readonly PlatformKey[];
  readonly open: boolean;
  readonly operation: Operation;
  /** Whether it presumes that nothing is there. */
  readonly absent?: true;
};

const keys = Object.keys(platformSamples) as PlatformKey[];
const sampleOf = (key: PlatformKey): PlatformSample => platformSamples[key];
const pathOf = (key: PlatformKey, uid = self): string => sampleOf(key).path(uid);
const again = `${self}-again`;
const commit = (...writes: readonly Write[]): Operation => ({ kind: 'commit', writes });

const operations = {
  get: ({ path }) => ({ kind: 'get', path: path(self) }),
  list: ({ query }) => ({ kind: 'list', query: query(self) }),
  count: ({ query }) => ({ kind: 'aggregate', query: query(self), of: { kind: 'count' } }),
  create: ({ path, fields }) => commit({ kind: 'create', path: path(again), fields }),
  update: ({ path }) => commit({ kind: 'update', path: path(self), fields: { changedByClient: true } }),
  delete: ({ path }) => commit({ kind: 'delete', path: path(self) }),
} as const satisfies Record<Verb, (sample: PlatformSample) => Operation>;

function updating(key: PlatformKey, name: string, fields: Written, removed: readonly string[] = []): PlatformAsk {
  const operation = commit({ kind: 'update', path: pathOf(key), fields, removed });
  return { name: `update ${key}: ${name}`, verb: 'update', samples: [key], open: false, operation };
}

/** The plain list says as much as a query without a filter; nobody asks for a collection by its name alone. */
const queries = keys.flatMap((key): readonly PlatformAsk[] => {
  const path = pathOf(key);
  const collection = collectionOf(path);
  const list = { verb: 'list', samples: [key] } as const;
  return [
    { ...list, name: `list ${key} without a query`, open: true, operation: { kind: 'documents', collection } },
    {
      ...list,
      name: `list ${key} by its name`,
      open: true,
      operation: { kind: 'list', query: { collection, named: path } },
    },
    {
      ...list,
      name: `list every collection of the name of ${key}`,
      open: false,
      operation: {
        kind: 'list',
        query: { collection: collection.slice(collection.lastIndexOf('/') + 1), everywhere: true },
      },
    },
  ];
});

const fields = keys.flatMap((key) =>
  Object.entries(sampleOf(key).document).flatMap(([name, { other }]) => [
    updating(key, name, { [name]: other }),
    updating(key, `without ${name}`, {}, [name]),
  ]),
);

const transforms: readonly PlatformAsk[] = [
  updating('user', 'the time', { claimsSyncedAt: serverTime }),
  updating('membership', 'the version raised', { version: transform('increment', 1) }),
  updating('slug', 'a list', { name: transform('union', ['Another']) }),
  updating('operator', 'the time', { addedAt: serverTime }),
];

const bundles: readonly PlatformAsk[] = [
  {
    name: 'write at once a person and their membership',
    verb: 'update',
    samples: ['user', 'membership'],
    open: false,
    operation: commit(
      { kind: 'update', path: pathOf('user'), fields: { displayName: 'New' } },
      { kind: 'update', path: pathOf('membership'), fields: { role: 'owner' } },
    ),
  },
  {
    name: 'get at once a person and their membership',
    verb: 'get',
    samples: ['user', 'membership'],
    open: true,
    operation: { kind: 'getAll', paths: [pathOf('user'), pathOf('membership')] },
  },
  {
    name: 'get at once a slug and its placement',
    verb: 'get',
    samples: ['slug', 'placement'],
    open: true,
    operation: { kind: 'getAll', paths: [pathOf('slug'), pathOf('placement')] },
  },
  ...(['slug', 'placement', 'job', 'operator'] as const).map((key): PlatformAsk => ({
    name: `get ${key} where there is none`,
    verb: 'get',
    samples: [key],
    open: true,
    absent: true,
    operation: { kind: 'get', path: pathOf(key, again), absent: true },
  })),
];

export const platformAsks: readonly PlatformAsk[] = [
  ...keys.flatMap((key) =>
    (Object.keys(operations) as Verb[]).map((verb) => ({
      name: `${verb} ${key}`,
      verb,
      samples: [key],
      open: true,
      operation: operations[verb](sampleOf(key)),
      ...(verb === 'create' ? { absent: true as const } : {}),
    })),
  ),
  ...queries,
  ...fields,
  ...transforms,
  ...bundles,
];
