import type { Aggregation, Operation, Query, Write } from './operations.ts';
import type { Project } from './project.ts';
import { request, type Answer } from './rest.ts';
import { isTransform, serverTime, spell, spellValue, type Fields, type Transform, type Written } from './values.ts';

export type Verdict = 'allow' | 'deny';

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

/** What the emulator answers. Throws when a list is allowed and finds nothing: it would not show what it gives away. */
export async function perform(project: Project, { token }: Asker, operation: Operation): Promise<Verdict> {
  const { documents } = project;
  const post = (at: string, body: object): Promise<Answer> => request('POST', `/v1/${documents}${at}`, body, token);
  switch (operation.kind) {
    case 'get': {
      const answer = await request('GET', `/v1/${documents}/${operation.path}`, undefined, token);
      return operation.absent && answer.status === 404 ? 'allow' : verdictOf(answer);
    }
    case 'getAll':
      return verdictOf(await post(':batchGet', { documents: operation.paths.map((path) => `${documents}/${path}`) }));
    case 'documents':
      return found(await request('GET', `/v1/${documents}/${operation.collection}`, undefined, token), '"name"');
    case 'list': {
      const { parent, structuredQuery } = structured(project, operation.query);
      return found(await post(`${parent}:runQuery`, { structuredQuery }), '"document"');
    }
    case 'aggregate': {
      const { parent, structuredQuery } = structured(project, operation.query);
      const aggregations = [aggregation(operation.of)];
      const body = { structuredAggregationQuery: { structuredQuery, aggregations } };
      return verdictOf(await post(`${parent}:runAggregationQuery`, body));
    }
    case 'commit': {
      const answer = await post(':commit', { writes: spelled(project, operation.writes) });
      return operation.unmet && isUnmet(answer) ? 'allow' : verdictOf(answer);
    }
    case 'transaction': {
      const begun = await post(':beginTransaction', { options: { readWrite: {} } });
      const { transaction } = JSON.parse(begun.text) as { transaction: string };
      const reads = { documents: operation.reads.map((path) => `${documents}/${path}`), transaction };
      const writes = spelled(project, operation.writes);
      const read = operation.reads.length > 0 ? verdictOf(await post(':batchGet', reads)) : 'allow';
      const verdict = read === 'deny' ? read : verdictOf(await post(':commit', { writes, transaction }));
      // A refused one keeps its locks.
      if (verdict === 'deny') await post(':rollback', { transaction });
      return verdict;
    }
  }
}

/** Whether the rules let a write through to a condition of its own that fails. */
function isUnmet({ text }: Answer): boolean {
  return /"(FAILED_PRECONDITION|ALREADY_EXISTS|NOT_FOUND)"/.test(text);
}

function found(answer: Answer, mark: string): Verdict {
  const verdict = verdictOf(answer);
  if (verdict === 'allow' && !answer.text.includes(mark)) throw new Error('The list is allowed and finds nothing.');
  return verdict;
}

function aggregation(of: Aggregation): object {
  return { alias: 'n', [of.kind]: of.kind === 'count' ? {} : { field: { fieldPath: of.field } } };
}

function structured({ documents }: Project, { collection, where = [], named, everywhere }: Query) {
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
      from: [{ collectionId: collection.slice(at + 1), ...(everywhere ? { allDescendants: true } : {}) }],
      ...(filters.length > 0 ? { where: { compositeFilter: { op: 'AND', filters } } } : {}),
    },
  };
}

function isNamed(referenceValue: string): object {
  return { fieldFilter: { field: { fieldPath: '__name__' }, op: 'EQUAL', value: { referenceValue } } };
}

/** Whether the document must be there, where a write says so. */
const presence: Readonly<Record<Write['kind'], boolean | undefined>> = {
  create: false,
  update: true,
  replace: true,
  set: undefined,
  delete: undefined,
};

function spelled({ documents }: Project, writes: readonly Write[]): readonly object[] {
  return writes.map((write) => {
    const name = `${documents}/${write.path}`;
    const currentDocument = conditionOf(write);
    if (write.kind === 'delete') return { delete: name, ...currentDocument };
    const { plain, updateTransforms } = apart(write.fields);
    const mask = write.kind === 'update' ? [...Object.keys(plain), ...(write.removed ?? [])] : undefined;
    return {
      update: { name, fields: spell(plain) },
      updateTransforms,
      ...(mask ? { updateMask: { fieldPaths: mask } } : {}),
      ...currentDocument,
    };
  });
}

function conditionOf({ kind, ifUnchangedSince }: Write): object {
  if (ifUnchangedSince) return { currentDocument: { updateTime: ifUnchangedSince.toISOString() } };
  const exists = presence[kind];
  return exists === undefined ? {} : { currentDocument: { exists } };
}

function apart(fields: Written): { plain: Fields; updateTransforms: readonly object[] } {
  const plain: Record<string, Fields[string]> = {};
  const updateTransforms: object[] = [];
  for (const [fieldPath, value] of Object.entries(fields)) {
    if (isTransform(value)) updateTransforms.push({ fieldPath, ...transforming(value) });
    else plain[fieldPath] = value;
  }
  return { plain, updateTransforms };
}

function transforming(value: Transform | typeof serverTime): object {
  if (value === serverTime) return { setToServerValue: 'REQUEST_TIME' };
  const by = spellValue(value.by);
  const spellings = {
    increment: () => ({ increment: by }),
    maximum: () => ({ maximum: by }),
    union: () => ({ appendMissingElements: by.arrayValue }),
    without: () => ({ removeAllFromArray: by.arrayValue }),
  } as const satisfies Record<Transform['transform'], () => object>;
  return spellings[value.transform]();
}
