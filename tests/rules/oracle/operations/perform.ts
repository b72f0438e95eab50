import type { Project } from '../../../support/rules/project.ts';
import { begin, placeOf } from '../../../support/rules/perform.ts';
import { call, isoOf, type Answer, type Json } from '../../../support/rules/rpc.ts';
import type { Fields } from '../../../support/rules/values.ts';
import type { Request, Verdict } from '../decision/request.ts';
import type { Operation } from './operation.ts';
import type { List } from './asks.ts';
import { resolveWrite, type ResolvedWrite } from './resolve-write.ts';
import { queryOf, structuredQuery } from './wire-query.ts';

/** What the emulator answers: its verdict, its words, and what a commit's transforms came to, write by write. */
export type Outcome = {
  readonly verdict: Verdict;
  readonly words: string;
  readonly transformed: readonly Transformed[];
};
type Transformed = readonly { readonly timestampValue?: string; readonly [type: string]: unknown }[];

/** An operation that is known to the last value: as the oracle judges it, and as the emulator is asked. */
export type Resolved = {
  readonly request: Request;
  readonly writes: readonly ResolvedWrite[];
  readonly perform: (project: Project, token: string | undefined) => Promise<Outcome>;
};

export function resolve({ who, ask }: Operation, documents: ReadonlyMap<string, Fields>): Resolved {
  switch (ask.kind) {
    case 'get':
      return read({ kind: 'get', path: ask.path }, (project, token) =>
        call('GetDocument', { name: `${project.documents}/${ask.path}` }, token),
      );
    case 'list':
      return list(ask, who);
    case 'group':
      return read({ kind: 'group', collectionId: ask.collectionId }, (project, token) =>
        call('RunQuery', { parent: project.documents, structuredQuery: everywhere(ask.collectionId) }, token),
      );
    case 'commit': {
      const writes = ask.writes.map((intent) => resolveWrite(intent, documents.get(intent.path), who));
      return {
        request: { kind: 'commit', reads: ask.reads, writes: writes.map(({ write }) => write) },
        writes,
        perform: (project, token) => commit(project, token, ask.reads, writes),
      };
    }
  }
}

type Ask = (project: Project, token: string | undefined) => Promise<Answer>;

function read(request: Request, ask: Ask): Resolved {
  return { request, writes: [], perform: async (project, token) => outcomeOf(await ask(project, token)) };
}

function list(ask: List, uid: string): Resolved {
  const query = queryOf(ask, uid);
  return read({ kind: 'list', query }, (project, token) => {
    if (ask.way === 'documents') {
      return call('ListDocuments', { ...placeOf(project, ask.collection), pageSize: 5 }, token);
    }
    const asked = structuredQuery(project.documents, query, ask.shape);
    const { parent } = placeOf(project, ask.collection);
    if (ask.way === 'query') return call('RunQuery', { parent, structuredQuery: asked }, token);
    const aggregation =
      ask.way === 'count' ? { count: {} } : { [ask.way === 'sum' ? 'sum' : 'avg']: { field: { fieldPath: 'total' } } };
    const structuredAggregationQuery = { structuredQuery: asked, aggregations: [{ alias: 'it', ...aggregation }] };
    return call('RunAggregationQuery', { parent, structuredAggregationQuery }, token);
  });
}

async function commit(
  project: Project,
  token: string | undefined,
  reads: readonly string[],
  resolved: readonly ResolvedWrite[],
): Promise<Outcome> {
  const { database } = project;
  const name = (path: string): string => `${project.documents}/${path}`;
  const writes = resolved.map(({ write, wire }) => wire(name(write.path)));
  if (reads.length === 0) return outcomeOf(await call('Commit', { database, writes }, token));
  const transaction = await begin(project, token);
  const asked = { database, documents: reads.map(name), transaction };
  const seen = outcomeOf(await call('BatchGetDocuments', asked, token));
  if (seen.verdict === 'allow') return outcomeOf(await call('Commit', { database, writes, transaction }, token));
  await call('Rollback', { database, transaction }, token);
  return seen;
}

function everywhere(collectionId: string): Json {
  return { from: [{ collectionId, allDescendants: true }] };
}

/** That there is no such document comes after the rules: somebody may ask for what is not there. Anything unforeseen throws. */
function outcomeOf({ code, words, messages }: Answer): Outcome {
  if (code === 'PERMISSION_DENIED') return { verdict: 'deny', words, transformed: [] };
  if (code !== 'OK' && code !== 'NOT_FOUND') throw new Error(`Neither allowed nor denied: ${code} ${words}`);
  return {
    verdict: 'allow',
    words: words || JSON.stringify(messages),
    transformed: messages.flatMap(transformResultsIn),
  };
}

type TransformResult = { readonly timestampValue?: Parameters<typeof isoOf>[0]; readonly [type: string]: unknown };

function transformResultsIn({ writeResults = [] }: Json): readonly Transformed[] {
  return (writeResults as readonly { transformResults?: readonly TransformResult[] }[]).map(
    ({ transformResults = [] }) =>
      transformResults.map(({ timestampValue, ...other }) =>
        timestampValue === undefined ? other : { timestampValue: isoOf(timestampValue) },
      ),
  );
}
