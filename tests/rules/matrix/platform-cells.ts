import type { Actor } from '../../support/rules/actors.ts';
import type { Operation } from '../../support/rules/operations.ts';
import { platformSamples, type PlatformKey, type PlatformSample } from '../../support/rules/platform-samples.ts';
import { platformActors, self, type PlatformActor } from '../../support/rules/platform-actors.ts';
import type { Verb } from '../../support/rules/verbs.ts';
import type { Cell } from './cells.ts';
import type { Rights } from './rights.ts';

const no: Rights = [];
const get: Rights = ['get'];
const read: Rights = ['get', 'list', 'count'];

function each(rights: Rights): Record<PlatformActor, Rights> {
  return Object.fromEntries(Object.keys(platformActors).map((actor) => [actor, rights])) as Record<
    PlatformActor,
    Rights
  >;
}

const nobody = each(no);
const operators = { ...nobody, operator: read };

/** What each may do. A path that is added fails to compile until it is decided here for everybody. */
export const platformRights = {
  user: { ...nobody, self: get },
  membership: { ...nobody, self: read },
  userSystem: nobody,
  slug: each(get),
  placement: nobody,
  operator: nobody,
  stripeCustomer: nobody,
  stripeEvent: nobody,
  mail: nobody,
  rateLimit: nobody,
  job: operators,
  platformStat: operators,
  platformAudit: operators,
  unnamed: nobody,
  belowUser: nobody,
  belowSlug: nobody,
  belowJob: nobody,
} as const satisfies Record<PlatformKey, Record<PlatformActor, Rights>>;

const operations = {
  get: ({ path }) => ({ kind: 'get', path: path(self) }),
  list: ({ query }) => ({ kind: 'list', query: query(self) }),
  count: ({ query }) => ({ kind: 'aggregate', query: query(self), of: { kind: 'count' } }),
  create: ({ path, fields }) => ({ kind: 'commit', writes: [{ kind: 'create', path: path(`${self}-again`), fields }] }),
  update: ({ path }) => ({
    kind: 'commit',
    writes: [{ kind: 'update', path: path(self), fields: { changedByClient: true } }],
  }),
  delete: ({ path }) => ({ kind: 'commit', writes: [{ kind: 'delete', path: path(self) }] }),
} as const satisfies Record<Verb, (sample: PlatformSample) => Operation>;

/** Everybody with every verb on every path outside the tenants. The documents are those of `self`. */
export function platformCells(): readonly Cell[] {
  return (Object.entries(platformActors) as [PlatformActor, Actor][]).flatMap(([name, actor]) =>
    (Object.keys(platformSamples) as PlatformKey[]).flatMap((key) =>
      (Object.keys(operations) as Verb[]).map((verb) => cellOf(name, actor, key, verb)),
    ),
  );
}

function cellOf(name: PlatformActor, actor: Actor, key: PlatformKey, verb: Verb): Cell {
  const sample = platformSamples[key];
  const rights: Rights = platformRights[key][name];
  const row = `${name} outside the tenants`;
  return {
    name: `${row}: ${verb} ${key}`,
    row,
    actor,
    tenant: null,
    verb,
    matches: [sample.match],
    operation: operations[verb](sample),
    expected: rights.includes(verb) ? 'allow' : 'deny',
    given: verb === 'create' ? {} : { [sample.path(self)]: sample.fields },
    lane: `${row}: ${key}`,
  };
}
