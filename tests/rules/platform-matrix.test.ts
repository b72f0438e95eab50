import { beforeAll, describe, expect, test } from 'vitest';
import { lookUp, openProject, seed, type Project } from '../support/rules/project.ts';
import { platformSamples, type PlatformKey } from '../support/rules/platform-samples.ts';
import { admin, inParallel, unsignedToken } from '../support/rules/rest.ts';
import type { Fields } from '../support/rules/values.ts';
import * as act from '../support/rules/verbs.ts';
import { verbs, type Verb, type Verdict } from '../support/rules/verbs.ts';
import type { Rights } from './expectations.ts';

const self = 'the-person';
const owns = { tenants: { tenantActv: ['owner', 5] } };
const token = (uid: string, claims: Readonly<Record<string, unknown>>): string => unsignedToken(uid, claims);

/** The documents are those of `self`; each of these asks for them. */
const actors = {
  self: token(self, owns),
  another: token('another', owns),
  anonymous: undefined,
  operator: token('operator', { operator: true }),
  struck: token('struck', { operator: true }),
  unclaimed: token('unclaimed', {}),
  claimsString: token('claims-string', { operator: 'true' }),
} as const satisfies Record<string, string | undefined>;

const registered = ['operator', 'unclaimed', 'claims-string'];

const no: Rights = [];
const get: Rights = ['get'];
const read: Rights = ['get', 'list', 'count'];
const anyone = {
  self: get,
  another: get,
  anonymous: get,
  operator: get,
  struck: get,
  unclaimed: get,
  claimsString: get,
};
const nobody = { self: no, another: no, anonymous: no, operator: no, struck: no, unclaimed: no, claimsString: no };
const operators = { ...nobody, operator: read };

/** What each may do. A path that is added fails to compile until it is decided here for everybody. */
const rights = {
  user: { ...nobody, self: get },
  membership: { ...nobody, self: read },
  userSystem: nobody,
  slug: anyone,
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
} as const satisfies Record<PlatformKey, Record<keyof typeof actors, Rights>>;

const keys = Object.keys(platformSamples) as PlatformKey[];
const cells = keys.flatMap((key) => verbs.map((verb) => ({ key, verb })));
const named = ({ key, verb }: (typeof cells)[number], verdict: Verdict): string => `${verb} ${key}: ${verdict}`;

function perform(project: Project, asker: act.Asker, key: PlatformKey, verb: Verb): Promise<Verdict> {
  const { path, query, fields } = platformSamples[key];
  const requests = {
    get: () => act.get(project, asker, path(self)),
    list: () => act.list(project, asker, query(self)),
    count: () => act.count(project, asker, query(self)),
    create: () => act.create(project, asker, path(`${self}-again`), fields),
    update: () => act.update(project, asker, path(self), { changedByClient: true }),
    delete: () => act.remove(project, asker, path(self)),
  } as const satisfies Record<Verb, () => Promise<Verdict>>;
  return requests[verb]();
}

async function open(name: string): Promise<Project> {
  const project = await openProject(name);
  const samples = Object.values(platformSamples).map(({ path, fields }): [string, Fields] => [path(self), fields]);
  const register = registered.map((uid): [string, Fields] => [`operators/${uid}`, { email: `${uid}@example.com` }]);
  await seed(project, Object.fromEntries([...samples, ...register]));
  return project;
}

describe('outside the tenants', () => {
  let project: Project;
  beforeAll(async () => {
    project = await open('platform');
  });

  test.each(Object.keys(actors) as (keyof typeof actors)[])(
    '%s may what the table says and nothing else',
    async (name) => {
      const paths = keys.flatMap((key) => [
        platformSamples[key].path(self),
        platformSamples[key].path(`${self}-again`),
      ]);
      const before = await lookUp(project, paths);
      const asker = { token: actors[name] };
      const answers = await inParallel(cells, async (cell) =>
        named(cell, await perform(project, asker, cell.key, cell.verb)),
      );
      const may = (key: PlatformKey): Rights => rights[key][name];
      expect(answers).toEqual(cells.map((cell) => named(cell, may(cell.key).includes(cell.verb) ? 'allow' : 'deny')));
      expect(await lookUp(project, paths)).toEqual(before);
    },
  );

  test('a newcomer writes nothing about themselves, though nothing is there yet', async () => {
    const newcomer = { token: token('newcomer', {}) };
    expect(await act.create(project, newcomer, 'users/newcomer', { displayName: 'New' })).toBe('deny');
    expect(await act.create(project, newcomer, 'operators/newcomer', {})).toBe('deny');
    expect(await lookUp(project, ['users/newcomer', 'operators/newcomer'])).toEqual({});
  });

  test('what is refused to everybody is refused by the rules alone: the server does the same', async () => {
    const server = await open('platform-controls');
    const closed = cells.filter(
      ({ key, verb }) => !Object.values<Rights>(rights[key]).some((may) => may.includes(verb)),
    );
    for (const { key, verb } of closed) {
      expect(named({ key, verb }, await perform(server, { token: admin }, key, verb))).toBe(
        named({ key, verb }, 'allow'),
      );
    }
  });
});
