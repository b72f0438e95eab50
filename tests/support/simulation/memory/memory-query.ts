import { FieldPath } from 'firebase-admin/firestore';
import { compareValues, type Data, fieldOf, kindOf } from './values.ts';

export type Found = { readonly path: string; readonly data: Data; readonly version: number };
export type Snapshot = ReturnType<typeof snapshotOf>;
export type Answer = ReturnType<typeof answerOf>;

/** The documents of a collection as they are at some time. */
export type Documents = (collection: string) => readonly Found[];

type Condition = { readonly field: string; readonly operator: string; readonly value: unknown };
type Order = { readonly field: string; readonly sign: 1 | -1 };
type Parts = {
  readonly conditions: readonly Condition[];
  readonly orders: readonly Order[];
  readonly limit: number;
  /** What comes first is the first thing after these values, or after this document. */
  readonly after: readonly unknown[] | Snapshot | undefined;
};

const nameField = '__name__';

/** As Firestore does: a comparison with another kind of value finds nothing, and so does one with a field that is not there. */
const comparisons: Readonly<Record<string, (compared: number) => boolean>> = {
  '==': (compared) => compared === 0,
  '<': (compared) => compared < 0,
  '<=': (compared) => compared <= 0,
  '>': (compared) => compared > 0,
  '>=': (compared) => compared >= 0,
};

/** A query over one collection, of which each further word makes another one. What it does not know it refuses. */
export class MemoryQuery {
  readonly path: string;
  readonly #documents: Documents;
  readonly #gate: () => Promise<void>;
  readonly #parts: Parts;

  constructor(
    path: string,
    documents: Documents,
    gate: () => Promise<void>,
    parts: Parts = { conditions: [], orders: [], limit: Infinity, after: undefined },
  ) {
    this.path = path;
    this.#documents = documents;
    this.#gate = gate;
    this.#parts = parts;
  }

  where(field: string | FieldPath, operator: string, value: unknown): MemoryQuery {
    if (!comparisons[operator]) throw new Error(`This database knows no ${operator}.`);
    if (value === undefined || (value === null && operator !== '=='))
      throw new Error(`Firestore compares nothing with ${String(value)} by ${operator}.`);
    return this.#with({ conditions: [...this.#parts.conditions, { field: named(field), operator, value }] });
  }

  orderBy(field: string | FieldPath, direction: 'asc' | 'desc' = 'asc'): MemoryQuery {
    const order: Order = { field: named(field), sign: direction === 'asc' ? 1 : -1 };
    return this.#with({ orders: [...this.#parts.orders, order] });
  }

  limit(limit: number): MemoryQuery {
    return this.#with({ limit });
  }

  startAfter(...after: readonly unknown[]): MemoryQuery {
    const [first] = after;
    const isSnapshot = typeof first === 'object' && first !== null && 'exists' in first;
    return this.#with({ after: isSnapshot ? (first as Snapshot) : after });
  }

  async get() {
    await this.#gate();
    return answerOf(this.of(this.#documents));
  }

  /** What it finds among these documents, in order. */
  of(documents: Documents): Found[] {
    const { conditions, limit, after } = this.#parts;
    const orders = this.#orders();
    const sorted = documents(this.path)
      .filter((found) => orders.every(({ field }) => this.#value(found, field) !== undefined))
      .filter((found) => conditions.every((condition) => this.#holds(found, condition)))
      .toSorted((a, b) => this.#compare(orders, a, (field) => this.#value(b, field)));
    return sorted.filter((found) => this.#isAfter(orders, found, after)).slice(0, limit);
  }

  #with(parts: Partial<Parts>): MemoryQuery {
    return new MemoryQuery(this.path, this.#documents, this.#gate, { ...this.#parts, ...parts });
  }

  /** Those that were named, then the field of an unequal comparison, then the name, in the direction of the last. */
  #orders(): readonly Order[] {
    const named = this.#parts.orders;
    const compared = this.#parts.conditions.find(({ operator }) => operator !== '==');
    const all =
      named.length === 0 && compared !== undefined ? [{ field: compared.field, sign: 1 } as const] : [...named];
    if (all.some(({ field }) => field === nameField)) return all;
    return [...all, { field: nameField, sign: all.at(-1)?.sign ?? 1 }];
  }

  #value({ path, data }: Found, field: string): unknown {
    return field === nameField ? nameOf(path) : fieldOf(data, field);
  }

  #holds(found: Found, { field, operator, value }: Condition): boolean {
    const present = this.#value(found, field);
    if (present === undefined || kindOf(present) !== kindOf(value)) return false;
    return comparisons[operator]?.(compareValues(present, value)) === true;
  }

  #compare(orders: readonly Order[], found: Found, other: (field: string, index: number) => unknown): number {
    for (const [index, { field, sign }] of orders.entries()) {
      const compared = compareValues(this.#value(found, field), other(field, index));
      if (compared !== 0) return compared * sign;
    }
    return 0;
  }

  #isAfter(orders: readonly Order[], found: Found, after: Parts['after']): boolean {
    if (after === undefined) return true;
    if (!('exists' in after)) {
      const values = after;
      return this.#compare(orders.slice(0, values.length), found, (_field, index) => values[index]) > 0;
    }
    const data = after.data() ?? {};
    return this.#compare(orders, found, (field) => (field === nameField ? after.id : fieldOf(data, field))) > 0;
  }
}

/** Of the paths that are no text only the document's own name is known. */
function named(field: string | FieldPath): string {
  if (typeof field === 'string') return field;
  if (!field.isEqual(FieldPath.documentId())) throw new Error('This database knows no such path.');
  return nameField;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export function snapshotOf(path: string, data: Data | undefined) {
  return { id: nameOf(path), exists: data !== undefined, data: () => data };
}

export function answerOf(found: readonly Found[]) {
  const docs = found.map(({ path, data }) => snapshotOf(path, data));
  return { docs, size: docs.length, empty: docs.length === 0 };
}
