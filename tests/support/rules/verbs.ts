import type { Project } from './project.ts';
import { request, type Answer } from './rest.ts';
import { serverTime, spell, spellValue, type Fields, type Value, type Written } from './values.ts';

/** What rules judge apart. A count is a list to them, but another request on the wire. */
export const verbs = ['get', 'list', 'count', 'create', 'update', 'delete'] as const;
export type Verb = (typeof verbs)[number];

export type Verdict = 'allow' | 'deny';

export type Operator = 'EQUAL' | 'NOT_EQUAL' | 'IN' | 'GREATER_THAN';
export type Filter = readonly [field: string, op: Operator, value: Value];

/**
 * A query over one collection. With `named` it asks for the one document of that path, which tells the rules every
 * variable of a `match`: a list that such a query gets is a list that a right to get alone must not give.
 */
export type Query = { readonly collection: string; readonly where?: readonly Filter[]; readonly named?: string };

/** Who asks: a token, or nobody at all. */
export type Asker = { readonly token: string | undefined };

/**
 * Allowed is 200, denied is 403 PERMISSION_DENIED. Anything else is neither, and throws: a request that is malformed or
 * meets no document would pass for a denial.
 */
export function verdictOf({ status, text }: Answer): Verdict {
  if (status === 200) return 'allow';
  if (status === 403 && text.includes('PERMISSION_DENIED')) return 'deny';
  throw new Error(`Neither allowed nor denied: ${status} ${text}`);
}

/** Throws when the document does not exist and the asker may know it. */
export async function get(project: Project, asker: Asker, path: string): Promise<Verdict> {
  return verdictOf(await request('GET', `/v1/${project.documents}/${path}`, undefined, asker.token));
}

/** Throws when the query is allowed and finds nothing: it would not show what it gives away. */
export async function list(project: Project, asker: Asker, query: Query): Promise<Verdict> {
  const { parent, structuredQuery } = structured(project, query);
  const path = `/v1/${project.documents}${parent}:runQuery`;
  const answer = await request('POST', path, { structuredQuery }, asker.token);
  const verdict = verdictOf(answer);
  if (verdict === 'allow' && !answer.text.includes('"document"')) throw new Error(`${query.collection} lists nothing.`);
  return verdict;
}

export async function count(project: Project, asker: Asker, query: Query): Promise<Verdict> {
  return aggregate(project, asker, query, { alias: 'n', count: {} });
}

/** The sum of a field over what a query finds. */
export async function sum(project: Project, asker: Asker, query: Query, fieldPath: string): Promise<Verdict> {
  return aggregate(project, asker, query, { alias: 'n', sum: { field: { fieldPath } } });
}

async function aggregate(project: Project, asker: Asker, query: Query, aggregation: object): Promise<Verdict> {
  const { parent, structuredQuery } = structured(project, query);
  const body = { structuredAggregationQuery: { structuredQuery, aggregations: [aggregation] } };
  return verdictOf(await request('POST', `/v1/${project.documents}${parent}:runAggregationQuery`, body, asker.token));
}

/** Creates the document; fields that are `serverTime` become transforms. */
export async function create(project: Project, asker: Asker, path: string, fields: Written): Promise<Verdict> {
  return commit(project, asker, [{ ...written(project, path, fields), currentDocument: { exists: false } }]);
}

/** Changes the given fields and leaves the rest; those in `removed` go. */
export async function update(
  project: Project,
  asker: Asker,
  path: string,
  fields: Written,
  removed: readonly string[] = [],
): Promise<Verdict> {
  const write = written(project, path, fields);
  const updateMask = { fieldPaths: [...Object.keys(write.update.fields), ...removed] };
  return commit(project, asker, [{ ...write, updateMask, currentDocument: { exists: true } }]);
}

/** Writes the whole document over the one that is there. */
export async function replace(project: Project, asker: Asker, path: string, fields: Written): Promise<Verdict> {
  return commit(project, asker, [{ ...written(project, path, fields), currentDocument: { exists: true } }]);
}

export async function remove(project: Project, asker: Asker, path: string): Promise<Verdict> {
  return commit(project, asker, [{ delete: `${project.documents}/${path}` }]);
}

async function commit(project: Project, asker: Asker, writes: readonly object[]): Promise<Verdict> {
  return verdictOf(await request('POST', `/v1/${project.documents}:commit`, { writes }, asker.token));
}

function written(project: Project, path: string, fields: Written) {
  const plain: Fields = Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== serverTime),
  );
  const updateTransforms = Object.keys(fields)
    .filter((field) => fields[field] === serverTime)
    .map((fieldPath) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' }));
  return { update: { name: `${project.documents}/${path}`, fields: spell(plain) }, updateTransforms };
}

function structured({ documents }: Project, { collection, where = [], named }: Query) {
  const at = collection.lastIndexOf('/');
  const filters: object[] = where.map(([fieldPath, op, value]) =>
    value === null
      ? { unaryFilter: { field: { fieldPath }, op: 'IS_NULL' } }
      : { fieldFilter: { field: { fieldPath }, op, value: spellValue(value) } },
  );
  if (named !== undefined) filters.push(isNamed(`${documents}/${named}`));
  return {
    parent: at < 0 ? '' : `/${collection.slice(0, at)}`,
    structuredQuery: {
      from: [{ collectionId: collection.slice(at + 1) }],
      ...(filters.length > 0 ? { where: { compositeFilter: { op: 'AND', filters } } } : {}),
    },
  };
}

function isNamed(referenceValue: string): object {
  return { fieldFilter: { field: { fieldPath: '__name__' }, op: 'EQUAL', value: { referenceValue } } };
}
