import { seed, type Project } from '../../support/rules/project.ts';
import { succeed } from '../../support/rules/rest.ts';
import { spell } from '../../support/rules/values.ts';
import { staticDocuments } from './worlds/static-documents.ts';
import { drawnDocuments, type Facts } from './worlds/world.ts';

/** Puts in place what every world has. Once for a project. */
export async function prepare(project: Project): Promise<void> {
  await seed(project, Object.fromEntries(staticDocuments));
}

/** Makes a prepared project a world: one commit over every path in which worlds differ. */
export async function enter(project: Project, facts: Facts): Promise<void> {
  const writes = [...drawnDocuments(facts)].map(([path, fields]) => {
    const name = `${project.documents}/${path}`;
    return fields === undefined ? { delete: name } : { update: { name, fields: spell(fields) } };
  });
  await succeed('POST', `/v1/${project.documents}:commit`, { writes });
}
