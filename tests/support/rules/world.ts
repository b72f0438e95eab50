import { accessEntries, everyone, type Actor } from './actors.ts';
import { lookUp, openProject, seed, type Project } from './project.ts';
import { admin, request } from './rest.ts';
import { notedOrder, tenantSamples, type Place, type Sample, type TenantSample } from './samples.ts';
import { accessDocument, tenants, type TenantFacts } from './tenants.ts';
import type { Fields } from './values.ts';
import * as act from './verbs.ts';
import type { Verb, Verdict } from './verbs.ts';

export const sampleKeys = Object.keys(tenantSamples) as TenantSample[];
const server = { token: admin };

/** A project with every tenant, each with every sample for each of these people. */
export async function openWorld(name: string, people: readonly Actor[]): Promise<Project> {
  const project = await openProject(name);
  const register = everyone.filter(({ registered }) => registered).map(({ uid }) => [`operators/${uid}`, { uid }]);
  await seed(project, Object.fromEntries(register) as Record<string, Fields>);
  for (const facts of Object.values(tenants)) await seed(project, documentsOf(facts, people));
  return project;
}

function documentsOf(facts: TenantFacts, people: readonly Actor[]): Record<string, Fields> {
  const access = accessDocument(facts, accessEntries);
  const documents: Record<string, Fields> = {
    [`tenants/${facts.id}/system/access`]: access,
    [`tenants/${facts.twin}/system/access`]: access,
  };
  for (const tenantId of [facts.id, facts.twin]) {
    documents[`tenants/${tenantId}/orders/${notedOrder}`] = { customerUid: 'somebody', number: 2 };
  }
  for (const { uid } of people) {
    for (const sample of Object.values(tenantSamples)) {
      const place = { tenantId: facts.id, uid };
      documents[sample.path(place)] = sample.fields(place);
    }
  }
  return documents;
}

/** One request of the matrix. Creates go to the tenant's twin, where the document is not there yet. */
export type Cell = {
  readonly actor: Actor;
  readonly facts: TenantFacts;
  readonly key: TenantSample;
  readonly verb: Verb;
};

/** What the emulator answers to a cell. What a write changed is put back, so that the next cell finds the same world. */
export async function judge(project: Project, { actor, facts, key, verb }: Cell): Promise<Verdict> {
  const sample: Sample = tenantSamples[key];
  const place = { tenantId: facts.id, uid: actor.uid };
  const twin = { tenantId: facts.twin, uid: actor.uid };
  const verdict = await perform[verb](project, actor, sample, verb === 'create' ? twin : place);
  if (verdict === 'allow' && verb === 'create') await act.remove(project, server, sample.path(twin));
  if (verdict === 'allow' && (verb === 'update' || verb === 'delete')) {
    await seed(project, { [sample.path(place)]: sample.fields(place) });
  }
  return verdict;
}

type Perform = (project: Project, asker: act.Asker, sample: Sample, place: Place) => Promise<Verdict>;

const perform = {
  get: (project, asker, sample, place) => act.get(project, asker, sample.path(place)),
  list: (project, asker, sample, place) => act.list(project, asker, sample.query(place)),
  count: (project, asker, sample, place) => act.count(project, asker, sample.query(place)),
  create: (project, asker, sample, place) => act.create(project, asker, sample.path(place), sample.created(place)),
  update: (project, asker, sample, place) => act.update(project, asker, sample.path(place), sample.changed(place)),
  delete: (project, asker, sample, place) => act.remove(project, asker, sample.path(place)),
} as const satisfies Record<Verb, Perform>;

/** The same request by the server, which may everything: it shows that a denial was not one of a request that can't be. */
export async function performAsServer(project: Project, cell: Omit<Cell, 'actor'>, uid: string): Promise<Verdict> {
  return judge(project, { ...cell, actor: { uid, token: admin } });
}

/** Every sample of these people in a tenant as it lies in the database, by path; what is in the twin counts too. */
export async function samplesOf(project: Project, facts: TenantFacts, people: readonly Actor[]): Promise<unknown> {
  const paths = people.flatMap(({ uid }) =>
    [facts.id, facts.twin].flatMap((tenantId) =>
      Object.values(tenantSamples).map((sample) => sample.path({ tenantId, uid })),
    ),
  );
  return lookUp(project, [...new Set(paths)]);
}

/** A query over every collection of a name, whoever's it is. */
export async function queryGroup(project: Project, asker: act.Asker, collectionId: string): Promise<Verdict> {
  const structuredQuery = { from: [{ collectionId, allDescendants: true }] };
  return act.verdictOf(await request('POST', `/v1/${project.documents}:runQuery`, { structuredQuery }, asker.token));
}
