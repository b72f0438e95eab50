import type { Fields } from '../../../support/rules/values.ts';
import { design, type Case } from './design.ts';
import type { Asker, Query, Request, Verb, Verdict, World, Write } from './request.ts';

/** A path of the design, cut at its slashes. */
const patterns = Object.keys(design).map((pattern) => ({ pattern, segments: pattern.split('/') }));

/** The name of what is not in the design. */
export const unnamed = 'unnamed';

/**
 * What the design answers to a request: written from its text, sections 3, 4, 5 and 8, and from nothing that the rules
 * are made of. A commit is judged whole: one write or read too many, and nothing of it happens.
 */
export function decide(world: World, asker: Asker, request: Request): Verdict {
  return allows(world, asker, request) ? 'allow' : 'deny';
}

function allows(world: World, asker: Asker, request: Request): boolean {
  switch (request.kind) {
    case 'get':
      return judged(world, asker, 'get', request.path);
    case 'list':
      return listed(world, asker, request.query);
    case 'group':
      return false;
    case 'commit':
      return (
        request.reads.every((path) => judged(world, asker, 'get', path)) &&
        request.writes.every((write) => judged(world, asker, verbOf(world, write), write.path, write))
      );
  }
}

export function verbOf({ documents }: Pick<World, 'documents'>, { path, after }: Write): Verb {
  if (after === undefined) return 'delete';
  return documents.has(path) ? 'update' : 'create';
}

function judged(world: World, asker: Asker, verb: Verb, path: string, write?: Write): boolean {
  const found = find(path);
  const judge = found && design[found.pattern]?.[verb];
  if (!judge) return false;
  const before: Fields | undefined = world.documents.get(path);
  return judge({ world, asker, at: found.at, before, after: write?.after, query: undefined });
}

/** A collection is listed where its documents have one pattern: a document with a name of its own is no collection. */
function listed(world: World, asker: Asker, query: Query): boolean {
  const found = find(`${query.collection}/?`);
  const judge = found && design[found.pattern]?.list;
  return judge ? judge({ world, asker, at: found.at, before: undefined, after: undefined, query }) : false;
}

/** The pattern of the design that a path has. */
export function patternOf(path: string): string {
  return find(path)?.pattern ?? unnamed;
}

function find(path: string): { pattern: string; at: Case['at'] } | undefined {
  const names = path.split('/');
  for (const { pattern, segments } of patterns) {
    if (segments.length !== names.length) continue;
    const at: Record<string, string> = {};
    const fits = segments.every((segment, index) => {
      if (!segment.startsWith('{')) return segment === names[index];
      at[segment.slice(1, -1)] = names[index] ?? '';
      return true;
    });
    if (fits) return { pattern, at };
  }
  return undefined;
}
