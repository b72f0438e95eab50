import { double, serverTime, spell, spellValue, type Fields, type Value } from '../../../support/rules/values.ts';
import type { After, Write } from '../decision/request.ts';
import { same, sameAsDouble, self, type Increment, type Intent, type Set } from './asks.ts';

/** A write as the oracle judges it, and as Firestore's REST interface takes it, without the name of the document. */
export type ResolvedWrite = {
  readonly write: Write;
  readonly wire: (name: string) => object;
  readonly transformed: readonly string[];
};

type Transform = { readonly fieldPath: string } & Readonly<Record<string, unknown>>;

/** What an intent comes to in a world: `before` is what lies at its path. */
export function resolveWrite(intent: Intent, before: Fields | undefined, uid: string): ResolvedWrite {
  const currentDocument = intent.guarded ? { currentDocument: { exists: before !== undefined } } : {};
  if (intent.form === 'delete') {
    return {
      write: { path: intent.path, after: undefined },
      wire: (name) => ({ delete: name, ...currentDocument }),
      transformed: [],
    };
  }
  const plain = plainValues(intent.set, before, uid);
  const removed = intent.removed.filter((field) => !(field in intent.set));
  const base = intent.form === 'bare' ? {} : before;
  const updated = without({ ...base, ...plain }, removed);
  const transforms = Object.entries(intent.set).filter((entry): entry is [string, typeof serverTime | Increment] =>
    isTransform(entry[1]),
  );
  const after: After = {
    ...updated,
    ...Object.fromEntries(transforms.map(([field, transform]) => [field, transformedFrom(updated[field], transform)])),
  };
  const masked = intent.form === 'merge';
  return {
    write: { path: intent.path, after },
    transformed: transforms.map(([field]) => field),
    wire: (name) => ({
      update: { name, fields: spell(masked ? plain : updated) },
      ...(masked ? { updateMask: { fieldPaths: [...Object.keys(plain), ...removed].map(escaped) } } : {}),
      updateTransforms: transforms.map(([field, transform]) => spellTransform(field, transform)),
      ...currentDocument,
    }),
  };
}

function plainValues(set: Intent['set'], before: Fields | undefined, uid: string): Fields {
  const values: Record<string, Value> = {};
  for (const [field, wanted] of Object.entries(set)) {
    const there = before?.[field];
    if (wanted === self) values[field] = uid;
    else if (wanted === same) {
      if (there !== undefined) values[field] = there;
    } else if (wanted === sameAsDouble) {
      if (typeof there === 'number') values[field] = double(there);
    } else if (typeof wanted !== 'symbol' && !isTransform(wanted)) values[field] = wanted;
  }
  return values;
}

function isTransform(wanted: Set): wanted is typeof serverTime | Increment {
  return wanted === serverTime || (typeof wanted === 'object' && wanted !== null && 'increment' in wanted);
}

/** A sum is an integer when both are; what is not a number counts for nothing. */
function transformedFrom(
  there: Value | undefined,
  transform: typeof serverTime | Increment,
): Value | typeof serverTime {
  if (transform === serverTime) return serverTime;
  const { increment } = transform;
  const [there_, added] = [asNumber(there), asNumber(increment)];
  if (there_ === undefined || added === undefined) return increment;
  const isInteger = Number.isInteger(there) && Number.isInteger(increment);
  return isInteger ? there_ + added : double(there_ + added);
}

function asNumber(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null && 'double' in value ? Number(value.double) : undefined;
}

function spellTransform(fieldPath: string, transform: typeof serverTime | Increment): Transform {
  if (transform === serverTime) return { fieldPath, setToServerValue: 'REQUEST_TIME' };
  return { fieldPath, increment: spellValue(transform.increment) };
}

/** A dot in a name is part of the name. */
function escaped(field: string): string {
  return /^\w+$/.test(field) ? field : `\`${field}\``;
}

function without(fields: Fields, removed: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !removed.includes(field)));
}
