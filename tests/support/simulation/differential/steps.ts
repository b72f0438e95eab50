import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import type { Data } from '../memory/values.ts';
import type { Verb } from '../memory/writes.ts';

/** One step: what is asked of a database, in one transaction or without. The same is asked of two. */
export type Step =
  | { readonly kind: 'get'; readonly id: string }
  | { readonly kind: 'query'; readonly query: Wish }
  | { readonly kind: 'write'; readonly write: WriteWish }
  | {
      readonly kind: 'transaction';
      readonly reads: readonly Read[];
      readonly writes: readonly WriteWish[];
      readonly end: End;
    };

type Read = { readonly ids: readonly string[] } | { readonly query: Wish };
type End = 'commit' | 'throw' | 'read-after' | 'read-only';
type WriteWish = {
  readonly verb: Verb;
  readonly id: string;
  readonly data: Data;
};
export type Wish = {
  readonly where: readonly (readonly [field: string, operator: string, value: unknown])[];
  readonly orderBy: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  readonly limit: number | undefined;
  /** The document after which to go on, where it is there. */
  readonly after: string | undefined;
};

const ids = ['a', 'b', 'c', 'd', 'e'];
const past = [1, 2, 11].map((day) => Timestamp.fromMillis(Date.UTC(2026, 0, day)));
/** Of each kind some that JSON or an alphabet would put in another order. */
const scalars = [null, true, false, 9, 9, 9, 9, 9, 10, 10, 10, -3, 2.5, ...past, 'b', 'B', 'ä', '10', '9'];
const queried = ['n', 'at', 'in.n'];

/** A step as chance has it. */
export function stepFrom(next: () => number): Step {
  const one = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const some = <T>(all: readonly T[], most: number): T[] =>
    Array.from({ length: Math.floor(next() * (most + 1)) }, () => one(all));
  const value = (depth: number): unknown => {
    const luck = next();
    if (luck < 0.7 || depth === 0) return one(scalars);
    if (luck < 0.8) return some(scalars, 3);
    return { ...(next() < 0.7 ? { n: value(depth - 1) } : {}), ...(next() < 0.5 ? { m: value(depth - 1) } : {}) };
  };
  const special = (): unknown =>
    one([FieldValue.increment(one([1, -2, 0.5])), FieldValue.serverTimestamp(), FieldValue.delete(), undefined]);
  const data = (dotted: boolean): Data => {
    const fields = ['n', 'at', 'in', 'list', ...(dotted ? ['in.n', 'in.m', 'new.n'] : [])];
    const named = some(fields, 3);
    const chosen = named.includes('in') ? named.filter((name) => !name.startsWith('in.')) : named;
    const filled = chosen.map((name) => [name, next() < 0.2 ? special() : name === 'in' ? value(2) : value(1)]);
    const inside = next() < 0.1 ? { in: { n: special(), m: 1 } } : {};
    return { ...(Object.fromEntries(filled) as Data), ...(chosen.some((name) => name.startsWith('in')) ? {} : inside) };
  };
  const write = (): WriteWish => {
    const verb = one(['create', 'set', 'set', 'merge', 'merge', 'update', 'update', 'delete'] as const);
    return { verb, id: one(ids), data: data(verb === 'update') };
  };
  const query = (): Wish => {
    const field = one(queried);
    const operator = one([undefined, '==', '<', '<=', '>', '>=']);
    const direction = one([undefined, 'asc', 'desc'] as const);
    const byName = direction === 'asc' && next() < 0.5 ? [['__name__', 'asc'] as const] : [];
    return {
      where: operator === undefined ? [] : [[field, operator, one(scalars)]],
      orderBy: direction === undefined ? [] : [[field, direction], ...byName],
      limit: next() < 0.5 ? 1 + Math.floor(next() * 3) : undefined,
      after: direction !== undefined && next() < 0.3 ? one(ids) : undefined,
    };
  };
  const read = (): Read => (next() < 0.7 ? { ids: some(ids, 3) } : { query: query() });
  const luck = next();
  if (luck < 0.1) return { kind: 'get', id: one(ids) };
  if (luck < 0.3) return { kind: 'query', query: query() };
  if (luck < 0.6) return { kind: 'write', write: write() };
  const end = next() < 0.8 ? 'commit' : one(['throw', 'read-after', 'read-only'] as const);
  return { kind: 'transaction', reads: some([0, 0], 2).map(read), writes: some([0, 0, 0], 3).map(write), end };
}
