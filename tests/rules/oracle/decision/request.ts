import type { Fields, serverTime, Value } from '../../../support/rules/values.ts';

/** What the oracle judges by: every document there is, and what time it is (milliseconds since the epoch). */
export type World = { readonly documents: ReadonlyMap<string, Fields>; readonly now: number };

/** Somebody signed in, with the claims of their token; nobody at all is `undefined`. */
export type Asker = { readonly uid: string; readonly claims: Readonly<Record<string, unknown>> } | undefined;

export const verbs = ['get', 'list', 'create', 'update', 'delete'] as const;
export type Verb = (typeof verbs)[number];
export type Verdict = 'allow' | 'deny';

/** `field op value`; the field `__name__` takes a path. */
export type Condition = {
  readonly field: string;
  readonly op:
    | 'EQUAL'
    | 'NOT_EQUAL'
    | 'IN'
    | 'NOT_IN'
    | 'GREATER_THAN'
    | 'LESS_THAN_OR_EQUAL'
    | 'GREATER_THAN_OR_EQUAL'
    | 'ARRAY_CONTAINS';
  readonly value: Value;
};

/** A query: all clauses hold, and of each clause one condition at least. */
export type Query = { readonly collection: string; readonly clauses: readonly (readonly Condition[])[] };

/** A document as a write leaves it. `serverTime` stands for the moment of the commit. */
export type After = { readonly [field: string]: Value | typeof serverTime };

/** One write with what it leaves; without `after` it deletes. It creates where nothing is and updates what is there. */
export type Write = { readonly path: string; readonly after: After | undefined };

/** Everything that the database can be asked in one request. A commit with reads is a transaction. */
export type Request =
  | { readonly kind: 'get'; readonly path: string }
  | { readonly kind: 'list'; readonly query: Query }
  | { readonly kind: 'group'; readonly collectionId: string }
  | { readonly kind: 'commit'; readonly reads: readonly string[]; readonly writes: readonly Write[] };
