import fc from 'fast-check';
import type * as z from 'zod/mini';

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

/** Numbers as JSON spells them and `JSON.stringify` never would; `toJson` puts them where they belong. */
const spelled = ['1e309', '-1e309', '-0', '9007199254740993', '1E-400', '0.1e1', '1e2'].map(
  (text) => `\u00a7${text}\u00a7`,
);

/** The text of a body, with numbers spelled as they are meant. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/"\u00a7([^"\u00a7]+)\u00a7"/g, '$1');
}

const wrapped = (type: string, value: unknown) => ({ '@type': `type.googleapis.com/google.protobuf.${type}`, value });

/** What nobody's form sends. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    '__proto__',
    'constructor',
    '../../x',
    'a/b',
    '\u0000',
    '\ud800',
    '\u202e',
    '\r\nBcc: a@example.com',
    '{{7*7}}',
    "' or 1=1 --",
    'x'.repeat(20_000),
    '😀'.repeat(3_000),
    [],
    {},
    [[[[[]]]]],
    JSON.parse('{"__proto__":{"tenantId":"AAAAAAAAAA"}}'),
    { toString: 1, valueOf: 1, constructor: { prototype: {} } },
    wrapped('Int64Value', '7'),
    wrapped('Int64Value', 'seven'),
    wrapped('UInt64Value', '-1'),
    wrapped('Other', {}),
    ...spelled,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)), maxLength: 4 }),
  fc.object({ maxDepth: 3, maxKeys: 4 }),
  fc.jsonValue({ maxDepth: 40, depthSize: 'max' }),
);

/** What a schema of a kind might accept, and what lies close beside it. A kind that is not here is refused until it is. */
const byKind: { readonly [Kind in Def['type']]?: (def: Extract<Def, { type: Kind }>) => fc.Arbitrary<unknown> } = {
  object: ({ shape }) =>
    fc.record(Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, nearly(field)])), {
      requiredKeys: [],
    }),
  record: ({ keyType, valueType }) =>
    fc
      .array(fc.tuple(fc.oneof(nearly(keyType), fc.string({ maxLength: 12 })), nearly(valueType)), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries.map(([key, value]) => [String(key), value]))),
  array: ({ element }) => fc.array(nearly(element), { maxLength: 4 }),
  // Parsed by the operation itself, row by row: what a row might be, and what it never is.
  custom: () =>
    fc.oneof(
      hostile,
      fc.record({ email: hostile, role: hostile, message: hostile }, { requiredKeys: [] }),
      fc.record({
        email: fc.constantFrom('a@example.com', 'ü@ü.de', 'A@example.com ', 'a'),
        role: fc.constantFrom('owner', 'customer', 'empty', 'support', 'none-such'),
      }),
    ),
  optional: ({ innerType }) => nearly(innerType),
  nullable: ({ innerType }) => fc.oneof(fc.constant(null), nearly(innerType)),
  default: ({ innerType }) => nearly(innerType),
  enum: ({ entries }) => fc.constantFrom(...Object.values(entries)),
  boolean: () => fc.boolean(),
  number: () => fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer(), fc.constantFrom(1_000_000, 2 ** 31, 2 ** 53)),
  string: () =>
    fc.oneof(
      fc.constantFrom('EUR', 'en', 'UTC', 'owner', 'admin', 'empty', 'customer', 'support', 'a@example.com', 'ü@ü.de'),
      fc.string({ maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    ),
};

function nearly(schema: Schema): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const make = byKind[def.type] as ((def: Def) => fc.Arbitrary<unknown>) | undefined;
  if (!make) throw new Error(`The fuzz knows no schema of type ${def.type}: teach it.`);
  return make(def);
}

/** Inputs close to one that passes: some fields other, some hostile, some gone, some that nobody knows. */
export function around(good: Readonly<Record<string, unknown>>, schema: Schema): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type !== 'object') throw new Error('An input is an object.');
  const field = ([key, inner]: [string, Schema]) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constant(good[key]) },
      { weight: 3, arbitrary: nearly(inner) },
      { weight: 2, arbitrary: hostile },
      { weight: 1, arbitrary: fc.constant(undefined) },
    );
  const fields = fc.record(Object.fromEntries(Object.entries(def.shape).map((entry) => [entry[0], field(entry)])));
  const strange = fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 12 }), hostile, { maxKeys: 3 }) },
  );
  return fc.oneof(
    { weight: 12, arbitrary: fc.tuple(fields, strange).map(([known, unknown]) => ({ ...known, ...unknown })) },
    { weight: 1, arbitrary: hostile },
  );
}
