import type { Actor } from './actors.ts';
import { accessEntries, everyone } from './people/everyone.ts';
import { platformActors } from './people/platform-actors.ts';
import { openProject, seed, type Project } from './project.ts';
import { notedOrder, tenantSamples } from './samples.ts';
import { accessDocument, elsewhereFacts, tenants, type TenantFacts } from './tenants.ts';
import type { Fields } from './values.ts';

/** The register of operators, by path. */
export const registers: Readonly<Record<string, Fields>> = Object.fromEntries(
  [...everyone, ...Object.values<Actor>(platformActors)]
    .filter(({ registered }) => registered)
    .map(({ uid }) => [`operators/${uid}`, { uid }]),
);

/** The access document of one of the tenants, by its path. */
export function accessAt(tenantId: string): Record<string, Fields> {
  const path = `tenants/${tenantId}/system/access`;
  const facts = [...Object.values<TenantFacts>(tenants), elsewhereFacts].find(({ id }) => id === tenantId);
  return facts ? { [path]: accessDocument(facts, accessEntries) } : {};
}

/** What a tenant and its twin hold before anybody's samples are in them, by path. */
export function accessOf(facts: TenantFacts): Record<string, Fields> {
  const access = accessDocument(facts, accessEntries);
  return Object.fromEntries(
    [facts.id, facts.twin].flatMap((tenantId) => [
      [`tenants/${tenantId}/system/access`, access],
      [`tenants/${tenantId}/orders/${notedOrder}`, { customerUid: 'somebody', number: 2 }],
    ]),
  ) as Record<string, Fields>;
}

/** A project with every tenant, each with every sample for each of these people. */
export async function openWorld(name: string, people: readonly Actor[]): Promise<Project> {
  const project = await openProject(name);
  await seed(project, registers);
  for (const facts of Object.values(tenants)) await seed(project, { ...accessOf(facts), ...samplesOf(facts, people) });
  return project;
}

function samplesOf({ id: tenantId }: TenantFacts, people: readonly Actor[]): Record<string, Fields> {
  return Object.fromEntries(
    people.flatMap(({ uid }) =>
      Object.values(tenantSamples).map((sample) => [sample.path({ tenantId, uid }), sample.fields({ tenantId, uid })]),
    ),
  );
}
