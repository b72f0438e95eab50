import type { Query } from './operations.ts';
import { perform, type Asker, type Verdict } from './perform.ts';
import type { Project } from './project.ts';
import type { Written } from './values.ts';

export type { Filter, Query } from './operations.ts';
export type { Asker, Verdict } from './perform.ts';

/** What rules judge apart. A count is a list to them, but another request on the wire. */
export const verbs = ['get', 'list', 'count', 'create', 'update', 'delete'] as const;
export type Verb = (typeof verbs)[number];

/** Throws when the document does not exist and the asker may know it. */
export function get(project: Project, asker: Asker, path: string): Promise<Verdict> {
  return perform(project, asker, { kind: 'get', path });
}

/** Throws when the query is allowed and finds nothing: it would not show what it gives away. */
export function list(project: Project, asker: Asker, query: Query): Promise<Verdict> {
  return perform(project, asker, { kind: 'list', query });
}

export function count(project: Project, asker: Asker, query: Query): Promise<Verdict> {
  return perform(project, asker, { kind: 'aggregate', query, of: { kind: 'count' } });
}

/** The sum of a field over what a query finds. */
export function sum(project: Project, asker: Asker, query: Query, field: string): Promise<Verdict> {
  return perform(project, asker, { kind: 'aggregate', query, of: { kind: 'sum', field } });
}

/** Creates the document; fields that are `serverTime` become transforms. */
export function create(project: Project, asker: Asker, path: string, fields: Written): Promise<Verdict> {
  return perform(project, asker, { kind: 'commit', writes: [{ kind: 'create', path, fields }] });
}

/** Changes the given fields and leaves the rest; those in `removed` go. */
export function update(
  project: Project,
  asker: Asker,
  path: string,
  fields: Written,
  removed: readonly string[] = [],
): Promise<Verdict> {
  return perform(project, asker, { kind: 'commit', writes: [{ kind: 'update', path, fields, removed }] });
}

/** Writes the whole document over the one that is there. */
export function replace(project: Project, asker: Asker, path: string, fields: Written): Promise<Verdict> {
  return perform(project, asker, { kind: 'commit', writes: [{ kind: 'replace', path, fields }] });
}

export function remove(project: Project, asker: Asker, path: string): Promise<Verdict> {
  return perform(project, asker, { kind: 'commit', writes: [{ kind: 'delete', path }] });
}
