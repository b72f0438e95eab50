import { FieldValue, Timestamp } from 'firebase-admin/firestore';

export type Data = Readonly<Record<string, unknown>>;

/** gRPC's codes, as the SDK throws them. */
export const codes = { invalidArgument: 3, notFound: 5, alreadyExists: 6, aborted: 10 } as const;

export function fault(code: number, message: string): Error {
  return Object.assign(new Error(message), { code });
}

export function isMap(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * A copy that nobody changes: what was written is not what the writer goes on with, and whoever changes what they have read is told.
 * Throws for what Firestore refuses to hold.
 */
export function stored(value: unknown): unknown {
  if (value instanceof Date) return Timestamp.fromDate(value);
  if (Array.isArray(value)) {
    if (value.some((each) => Array.isArray(each)))
      throw fault(codes.invalidArgument, 'Firestore holds no list in a list.');
    return Object.freeze(value.map(stored));
  }
  if (isMap(value))
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, stored(each)])));
  if (value === undefined || typeof value === 'function' || value instanceof FieldValue)
    throw new Error(`Firestore refuses ${typeof value} as a value here.`);
  return value;
}

/** The kinds of values in Firestore's order. */
const kinds: readonly ((value: unknown) => boolean)[] = [
  (value) => value === null,
  (value) => typeof value === 'boolean',
  (value) => typeof value === 'number',
  (value) => value instanceof Timestamp,
  (value) => typeof value === 'string',
  (value) => Array.isArray(value),
  isMap,
];

/** Which of the kinds a value is; throws for one that is not known here. */
export function kindOf(value: unknown): number {
  const kind = kinds.findIndex((is) => is(value));
  if (kind < 0) throw new Error(`This database does not compare ${String(value)}.`);
  return kind;
}

/** Less than, equal to or greater than 0, as Firestore sorts. */
export function compareValues(a: unknown, b: unknown): number {
  const kind = kindOf(a) - kindOf(b);
  if (kind !== 0) return kind;
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (isMap(a) && isMap(b)) return compareLists(listOf(a), listOf(b));
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [index, value] of a.entries()) {
    if (index >= b.length) return 1;
    const compared = compareValues(value, b[index]);
    if (compared !== 0) return compared;
  }
  return a.length - b.length;
}

/** A map as its names and values, by name. */
function listOf(map: Data): readonly unknown[] {
  return Object.entries(map)
    .toSorted(([a], [b]) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .flat();
}

/** Texts by their bytes. */
function keyOf(value: unknown): string | number {
  if (typeof value === 'string') return Buffer.from(value).toString('hex');
  return value instanceof Timestamp ? value.valueOf() : Number(value);
}

/** A field by its path; `undefined` when there is none. */
export function fieldOf(data: Data, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), data);
}
