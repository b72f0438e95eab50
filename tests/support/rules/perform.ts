import type { Aggregation, Operation, Query, Write } from './operations.ts';
import type { Project } from './project.ts';
import { call, type Answer, type Json, type Rpc } from './rpc.ts';
import { isTransform, serverTime, spell, spellValue, type Fields, type Transform, type Written } from './values.ts';

export type Verdict = 'allow' | 'deny';

/** Who asks: a token, or nobody at all. */
export type Asker = { readonly token: string | undefined };

/**
 * Allowed is what was done, denied is PERMISSION_DENIED. Anything else is neither, and throws: a request that is malformed or
 * meets no document would pass for a denial.
 */
export function verdictOf({ code, words }: Answer): Verdict {
  if (code === 'OK') return 'allow';
  if (code === 'PERMISSION_DENIED') return 'deny';
  throw new Error(`Neither allowed nor denied: ${code} ${words}`);
}

/** What the emulator answers. Throws when a list is allowed and finds nothing: it would not show what it gives away. */
export async function perform(project: Project, { token }: Asker, operation: Operation): Promise<Verdict> {
  const { database, documents } = project;
  const ask = (rpc: Rpc, request: Json): Promise<Answer> => call(rpc, request, token);
  const named = (paths: readonly string[]) => paths.map((path) => `${documents}/${path}`);
  switch (operation.kind) {
    case 'get': {
      const answer = await ask('GetDocument', { name: `${documents}/${operation.path}` });
      return operation.absent && answer.code === 'NOT_FOUND' ? 'allow' : verdictOf(answer);
    }
    case 'getAll':
      return verdictOf(await ask('BatchGetDocuments', { database, documents: named(operation.paths) }));
    case 'documents': {
      const { parent, collectionId } = placeOf(project, operation.collection);
      const answer = await ask('ListDocuments', { parent, collectionId });
      return found(answer, ({ documents: listed }) => Array.isArray(listed) && listed.length > 0);
    }
    case 'list':
      return found(
        await ask('RunQuery', structured(project, operation.query)),
        ({ document }) => document !== undefined,
      );
    case 'aggregate': {
      const { parent, structuredQuery } = structured(project, operation.query);
      const aggregations = [aggregation(operation.of)];
      const structuredAggregationQuery = { structuredQuery, aggregations };
      return verdictOf(await ask('RunAggregationQuery', { parent, structuredAggregationQuery }));
    }
    case 'commit': {
      const answer = await ask('Commit', { database, writes: spelled(project, operation.writes) });
      return operation.unmet && isUnmet(answer) ? 'allow' : verdictOf(answer);
    }
    case 'transaction': {
      const transaction = await begin(project, token);
      const reads = { database, documents: named(operation.reads), transaction };
      const writes = spelled(project, operation.writes);
      const read = operation.reads.length > 0 ? verdictOf(await ask('BatchGetDocuments', reads)) : 'allow';
      const verdict = read === 'deny' ? read : verdictOf(await ask('Commit', { database, writes, transaction }));
      // A refused one keeps its locks.
      if (verdict === 'deny') await ask('Rollback', { database, transaction });
      return verdict;
    }
  }
}

/** Begins a transaction that may write and answers its name. */
export async function begin({ database }: Project, token: string | undefined): Promise<unknown> {
  const { code, words, messages } = await call('BeginTransaction', { database, options: { readWrite: {} } }, token);
  if (code !== 'OK') throw new Error(`No transaction begins: ${code} ${words}`);
  return messages[0]?.transaction;
}

/** A collection as requests name it: by what it lies under and by its id. */
export function placeOf({ documents }: Project, collection: string): { parent: string; collectionId: string } {
  const at = collection.lastIndexOf('/');
  const parent = at < 0 ? documents : `${documents}/${collection.slice(0, at)}`;
  return { parent, collectionId: collection.slice(at + 1) };
}

/** Whether the rules let a write through to a condition of its own that fails. */
function isUnmet({ code }: Answer): boolean {
  return code === 'FAILED_PRECONDITION' || code === 'ALREADY_EXISTS' || code === 'NOT_FOUND';
}

function found(answer: Answer, isOne: (message: Json) => boolean): Verdict {
  const verdict = verdictOf(answer);
  if (verdict === 'allow' && !answer.messages.some(isOne)) throw new Error('The list is allowed and finds nothing.');
  return verdict;
}

function aggregation(of: Aggregation): object {
  return { alias: 'n', [of.kind]: of.kind === 'count' ? {} : { field: { fieldPath: of.field } } };
}

function structured(project: Project, { collection, where = [], named, everywhere }: Query) {
  const { parent, collectionId } = placeOf(project, collection);
  const filters: object[] = where.map(([fieldPath, op, value]) =>
    value === null
      ? { unaryFilter: { field: { fieldPath }, op: 'IS_NULL' } }
      : { fieldFilter: { field: { fieldPath }, op, value: spellValue(value) } },
  );
  if (named !== undefined) filters.push(isNamed(`${project.documents}/${named}`));
  return {
    parent,
    structuredQuery: {
      from: [{ collectionId, ...(everywhere ? { allDescendants: true } : {}) }],
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
