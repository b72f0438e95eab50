/** A double that JSON would write as an integer. */
export type Double = { readonly double: number };

/** What a document can hold, as far as the tests write it. */
export type Value =
  null | boolean | number | string | Date | Double | readonly Value[] | { readonly [key: string]: Value };
export type Fields = { readonly [field: string]: Value };

/** The moment at which the server commits: written as a transform, the only way to meet `request.time`. */
export const serverTime = Symbol('server time');

/** What the server makes of the value that is there. */
export type Transform = { readonly transform: 'increment' | 'maximum' | 'union' | 'without'; readonly by: Value };
export type Written = { readonly [field: string]: Value | typeof serverTime | Transform };

export const transform = (kind: Transform['transform'], by: Value): Transform => ({ transform: kind, by });

export function isTransform(value: Value | typeof serverTime | Transform): value is Transform | typeof serverTime {
  return value === serverTime || (typeof value === 'object' && value !== null && 'transform' in value && 'by' in value);
}

export const double = (value: number): Double => ({ double: value });

/** Fields as Firestore's REST interface spells them. */
export function spell(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, spellValue(value)]));
}

export function spellValue(value: Value): Record<string, unknown> {
  if (value === null) return { nullValue: null };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') {
    return Number.isInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  }
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (isList(value)) return { arrayValue: { values: value.map(spellValue) } };
  if (isDouble(value)) return { doubleValue: value.double };
  return { mapValue: { fields: spell(value) } };
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isDouble(value: object): value is Double {
  return 'double' in value && typeof value.double === 'number' && Object.keys(value).length === 1;
}
