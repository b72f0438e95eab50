import type { serverTime, Value } from '../../../support/rules/values.ts';
import type { Condition } from '../decision/request.ts';

/** What is asked of a world, as it is drawn: uids and what lies there are not known yet. */

/** Whoever asks: stands in for their uid until they are known. */
export const self = Symbol('self');
export type Wanted = Value | typeof self | readonly (Value | typeof self)[];
export type WantedCondition = Omit<Condition, 'value'> & { readonly value: Wanted };

/** How a query is put on the wire. `documents` is the listing of REST, which knows no filter. */
export type Way = 'query' | 'documents' | 'count' | 'sum' | 'average';
export type Shape = {
  readonly orderBy?: readonly [field: string, direction: 'ASCENDING' | 'DESCENDING'];
  readonly limit?: number;
  readonly offset?: number;
};

export type Get = { readonly kind: 'get'; readonly path: string };
export type List = {
  readonly kind: 'list';
  readonly collection: string;
  readonly clauses: readonly (readonly WantedCondition[])[];
  readonly way: Way;
  readonly shape: Shape;
};
export type Group = { readonly kind: 'group'; readonly collectionId: string };

/** What is there already, the same number as a double, and what the server adds to a number. */
export const same = Symbol('what is there');
export const sameAsDouble = Symbol('what is there, as a double');
export type Increment = { readonly increment: number | { readonly double: number } };
export type Set = Value | typeof self | typeof serverTime | typeof same | typeof sameAsDouble | Increment;

/**
 * One write. `merge` touches the fields that it names, `whole` puts them over what is there and sends all of it,
 * `bare` leaves nothing beside them, `delete` leaves nothing.
 */
export type Intent = {
  readonly path: string;
  readonly form: 'merge' | 'whole' | 'bare' | 'delete';
  readonly set: Readonly<Record<string, Set>>;
  readonly removed: readonly string[];
  /** Whether it says what it expects to meet: a document, or none. */
  readonly guarded: boolean;
};
export type Commit = {
  readonly kind: 'commit';
  /** Of a transaction. */
  readonly reads: readonly string[];
  readonly writes: readonly Intent[];
};
