import type { Project } from '../../../support/rules/project.ts';
import { request, type Answer } from '../../../support/rules/rest.ts';
import type { Fields } from '../../../support/rules/values.ts';
import type { Request, Verdict } from '../decision/request.ts';
import type { Operation } from './operation.ts';
import type { List } from './asks.ts';
import { resolveWrite, type ResolvedWrite } from './resolve-write.ts';
import { parentOf, queryOf, structuredQuery } from './wire-query.ts';

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
        request('GET', `/v1/${project.documents}/${ask.path}`, undefined, token),
      );
    case 'list':
      return list(ask, who);
    case 'group':
      return read({ kind: 'group', collectionId: ask.collectionId }, (project, token) =>
        post(
          project,
          ':runQuery',
          { structuredQuery: { from: [{ ...ask, allDescendants: true, kind: undefined }] } },
          token,
        ),
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
      return request('GET', `/v1/${project.documents}/${ask.collection}?pageSize=5`, undefined, token);
    }
    const asked = structuredQuery(project.documents, query, ask.shape);
    const parent = parentOf(ask.collection);
    if (ask.way === 'query') return post(project, `${parent}:runQuery`, { structuredQuery: asked }, token);
    const aggregation =
      ask.way === 'count' ? { count: {} } : { [ask.way === 'sum' ? 'sum' : 'avg']: { field: { fieldPath: 'total' } } };
    const structuredAggregationQuery = { structuredQuery: asked, aggregations: [{ alias: 'it', ...aggregation }] };
    return post(project, `${parent}:runAggregationQuery`, { structuredAggregationQuery }, token);
  });
}

async function commit(
  project: Project,
  token: string | undefined,
  reads: readonly string[],
  resolved: readonly ResolvedWrite[],
): Promise<Outcome> {
  const name = (path: string): string => `${project.documents}/${path}`;
  const writes = resolved.map(({ write, wire }) => wire(name(write.path)));
  if (reads.length === 0) return outcomeOf(await post(project, ':commit', { writes }, token));
  const begun = await post(project, ':beginTransaction', { options: { readWrite: {} } }, token);
  const { transaction } = JSON.parse(begun.text) as { transaction: string };
  const seen = outcomeOf(await post(project, ':batchGet', { documents: reads.map(name), transaction }, token));
  if (seen.verdict === 'allow') return outcomeOf(await post(project, ':commit', { writes, transaction }, token));
  await post(project, ':rollback', { transaction }, token);
  return seen;
}

function post(project: Project, method: string, body: object, token: string | undefined): Promise<Answer> {
  return request('POST', `/v1/${project.documents}${method}`, body, token);
}

/** 404 comes after the rules: somebody may ask for what is not there. Anything unforeseen throws. */
function outcomeOf({ status, text }: Answer): Outcome {
  if (status === 403 && text.includes('PERMISSION_DENIED')) return { verdict: 'deny', words: text, transformed: [] };
  if (status !== 200 && status !== 404) throw new Error(`Neither allowed nor denied: ${status} ${text}`);
  return { verdict: 'allow', words: text, transformed: transformResultsIn(text) };
}

function transformResultsIn(text: string): readonly Transformed[] {
  if (!text.includes('"writeResults"')) return [];
  const { writeResults } = JSON.parse(text) as { writeResults: readonly { transformResults?: Transformed }[] };
  return writeResults.map(({ transformResults = [] }) => transformResults);
}
