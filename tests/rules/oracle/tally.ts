import type { Fields } from '../../support/rules/values.ts';
import { patternOf, verbOf } from './decision/decide.ts';
import { design } from './decision/design.ts';
import type { Request, Verdict } from './decision/request.ts';

type Count = { allow: number; deny: number };

/** How often each verb on each path of the design was allowed and denied. */
export class Tally {
  readonly counts = new Map<string, Count>();
  total = 0;
  allowed = 0;

  add(request: Request, verdict: Verdict, documents: ReadonlyMap<string, Fields>): void {
    const key = keyOf(request, documents);
    const count = this.counts.get(key) ?? { allow: 0, deny: 0 };
    count[verdict] += 1;
    this.counts.set(key, count);
    this.total += 1;
    if (verdict === 'allow') this.allowed += 1;
  }

  /** What the design gives to somebody, and was never allowed to anybody. */
  neverAllowed(): readonly string[] {
    return grants.filter((key) => (this.counts.get(key)?.allow ?? 0) === 0);
  }

  /** What was never denied to anybody. */
  neverDenied(): readonly string[] {
    return [...this.counts].filter(([, { deny }]) => deny === 0).map(([key]) => key);
  }
}

/** Each verb that the design gives to somebody, with its path. */
export const grants: readonly string[] = Object.entries(design).flatMap(([pattern, rights]) =>
  Object.keys(rights).map((verb) => `${verb} ${pattern}`),
);

function keyOf(request: Request, documents: ReadonlyMap<string, Fields>): string {
  switch (request.kind) {
    case 'get':
      return `get ${patternOf(request.path)}`;
    case 'list':
      return `list ${patternOf(`${request.query.collection}/?`)}`;
    case 'group':
      return 'a collection group';
    case 'commit': {
      if (request.reads.length > 0) return 'a transaction';
      const [write, ...more] = request.writes;
      if (write === undefined || more.length > 0) return 'a batch';
      return `${verbOf({ documents }, write)} ${patternOf(write.path)}`;
    }
  }
}
