import type { Actor } from '../../support/rules/actors.ts';
import { platformSamples, type PlatformKey } from '../../support/rules/documents/platform-samples.ts';
import { platformActors, self, type PlatformActor } from '../../support/rules/people/platform-actors.ts';
import type { Fields } from '../../support/rules/values.ts';
import type { Cell } from './cells.ts';
import { platformAsks, type PlatformAsk } from './platform-asks.ts';
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

/** Everybody with every ask outside the tenants. The documents are those of `self`. */
export function platformCells(): readonly Cell[] {
  return (Object.entries(platformActors) as [PlatformActor, Actor][]).flatMap(([name, actor]) =>
    platformAsks.map((ask) => cellOf(name, actor, ask)),
  );
}

const rightsTo = (key: PlatformKey, name: PlatformActor): Rights => platformRights[key][name];

function cellOf(
  name: PlatformActor,
  actor: Actor,
  { samples, verb, open, operation, absent, ...ask }: PlatformAsk,
): Cell {
  const row = `${name} outside the tenants`;
  const may = (key: PlatformKey): boolean => rightsTo(key, name).includes(verb);
  const documents = samples.map((key) => [platformSamples[key].path(self), platformSamples[key].fields]);
  return {
    name: `${row}: ${ask.name}`,
    row,
    actor,
    tenant: null,
    kind: 'platform',
    verb,
    matches: samples.map((key) => platformSamples[key].match),
    operation,
    expected: open && samples.every(may) ? 'allow' : 'deny',
    given: absent ? {} : (Object.fromEntries(documents) as Record<string, Fields>),
  };
}
