import { readFileSync } from 'node:fs';
import { succeed } from './rest.ts';
import { spell, type Fields } from './values.ts';

/** The rules that are deployed. */
export const rules = readFileSync(new URL('../../../firestore.rules', import.meta.url), 'utf8');

/** A project of its own on the running emulator, with rules of its own: files of tests don't see each other. */
export type Project = { readonly id: string; readonly database: string; readonly documents: string };

/** An empty project under the given rules. Throws when the emulator does not compile them. */
export async function openProject(name: string, content: string = rules): Promise<Project> {
  const id = `demo-rules-${name}`;
  const database = `projects/${id}/databases/(default)`;
  const project = { id, database, documents: `${database}/documents` };
  await succeed('DELETE', `/emulator/v1/${project.documents}`, undefined);
  await loadRules(project, content);
  return project;
}

/**
 * Puts a project under rules. Throws when the emulator does not compile them. The emulator keeps every value that every
 * expression came to, for its report of coverage, until rules are loaded anew.
 */
export async function loadRules({ id }: Project, content: string = rules): Promise<void> {
  const files = [{ name: 'firestore.rules', content }];
  const answer = await succeed('PUT', `/emulator/v1/projects/${id}:securityRules`, { rules: { files } });
  if (answer.text.includes('"ERROR"')) throw new Error(`The emulator does not compile the rules: ${answer.text}`);
}

/** Puts documents in place with every right, as the server does. */
export async function seed(project: Project, documents: Readonly<Record<string, Fields>>): Promise<void> {
  const writes = Object.entries(documents).map(([path, fields]) => ({
    update: { name: `${project.documents}/${path}`, fields: spell(fields) },
  }));
  while (writes.length > 0) {
    await succeed('POST', `/v1/${project.documents}:commit`, { writes: writes.splice(0, 400) });
  }
}

/** Documents as they lie in the database, by path, `undefined` for what is not there: to see what a refusal left behind. */
export async function lookUp(project: Project, paths: readonly string[]): Promise<Record<string, unknown>> {
  const body = { documents: paths.map((path) => `${project.documents}/${path}`) };
  const { text } = await succeed('POST', `/v1/${project.documents}:batchGet`, body);
  const answers = JSON.parse(text) as { found?: { name: string; fields?: unknown }; missing?: string }[];
  const pathOf = (name: string): string => name.slice(project.documents.length + 1);
  return Object.fromEntries(
    answers.map(({ found, missing = '' }) =>
      found ? [pathOf(found.name), found.fields ?? {}] : [pathOf(missing), undefined],
    ),
  );
}
