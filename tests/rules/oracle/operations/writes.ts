import * as fc from 'fast-check';
import { double, serverTime, type Value } from '../../../support/rules/values.ts';
import { mostly, sparse } from '../worlds/access.ts';
import { past, longAgo, uids } from '../worlds/vocabulary.ts';
import { documentPath, freeNotePath, notePath, productPath, writtenNotePath } from './places.ts';
import { self } from './reads.ts';

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

const long = (length: number, letter = 'x'): string => letter.repeat(length);
const ill: readonly Set[] = [null, 5, true, ['x'], { x: 'x' }, double(5), longAgo];

const names = mostly<Set, Set>(
  18,
  fc.constantFrom<Set>(
    'x',
    'A bowl',
    'Tee & Kännchen ☕',
    ' at an end ',
    long(120),
    long(120, 'é'),
    long(60, '😀'),
    same,
  ),
  fc.constantFrom<Set>(
    '',
    ' ',
    '\u3000',
    '\t',
    long(121),
    long(121, 'é'),
    `${long(60, '😀')}x`,
    'two\nlines',
    'a\u0000b',
    'a\u001f',
    '\u007f',
    ...ill,
  ),
);
const descriptions = mostly<Set, Set>(
  18,
  fc.constantFrom<Set>('', ' ', 'one\ntwo\tthree', long(5_000), long(5_000, 'é'), same),
  fc.constantFrom<Set>(long(5_001), `${long(2_500, '😀')}x`, 'a\u0000b', '\u001b', '\u007f', ...ill),
);
const amounts = mostly<Set, Set>(
  18,
  fc.constantFrom<Set>(0, 1, 1_250, 99_999_999, same, { increment: 1 }, { increment: 100 }),
  fc.constantFrom<Set>(
    -1,
    -100,
    100_000_000,
    4.5,
    '5',
    sameAsDouble,
    { increment: -5_000 },
    { increment: 99_999_999 },
    { increment: double(1) },
    { increment: double(0) },
    ...ill,
  ),
);
const statuses = mostly<Set, Set>(
  18,
  fc.constantFrom<Set>('draft', 'published', 'archived', same),
  fc.constantFrom<Set>('', 'Published', 'deleted', 'published ', 'draf', ['published'], ...ill),
);
const clocks = mostly<Set, Set>(
  19,
  fc.constant<Set>(serverTime),
  fc.constantFrom<Set>(past, longAgo, same, null, 'now', 0),
);
const signatures = mostly<Set, Set>(19, fc.constant<Set>(self), fc.constantFrom<Set>(...uids, same, null, ''));

const hindrance: fc.Arbitrary<Intent['set']> = fc.constantFrom<Intent['set']>(
  { stock: 8 },
  { stock: { increment: 1 } },
  { stock: sameAsDouble },
  { sku: 'SKU-2' },
  { sku: null },
  { createdAt: serverTime },
  { createdAt: longAgo },
  { createdBy: self },
  { discount: 5 },
  { discount: serverTime },
  { authorUid: self },
  { authorUid: 'ben' },
  { pinned: true },
  { stock: same, sku: same, createdAt: same, createdBy: same, authorUid: same },
);
const removed = mostly<string[], string[]>(
  18,
  fc.constant([]),
  fc.constantFrom(
    ['status'],
    ['name'],
    ['description'],
    ['unitAmount'],
    ['stock'],
    ['sku'],
    ['updatedAt'],
    ['createdBy'],
    ['text'],
    ['authorUid'],
    ['missing'],
  ),
);
const extra = mostly(18, fc.constant({}), hindrance);
const guarded = fc.boolean();

const joined = (parts: readonly Readonly<Record<string, Set>>[]): Readonly<Record<string, Set>> =>
  Object.assign({}, ...parts) as Readonly<Record<string, Set>>;

const edited = sparse(['name', 'description', 'unitAmount', 'status'] as const, 12, (field) => {
  const values = { name: names, description: descriptions, unitAmount: amounts, status: statuses };
  return values[field];
});
/** Signed and dated; now and longAgo not. */
const stamped = mostly(
  19,
  fc.record({ updatedAt: clocks, updatedBy: signatures }),
  fc.constantFrom({ updatedAt: serverTime }, { updatedBy: self }, {}),
);

const productEdit: fc.Arbitrary<Intent> = fc.record({
  path: productPath,
  form: fc.constantFrom('merge', 'merge', 'whole'),
  set: fc.tuple(edited, stamped, extra).map(joined),
  removed,
  guarded,
});

const texts = mostly<Set, Set>(
  16,
  fc.constantFrom<Set>('x', 'one\ntwo\tthree', long(5_000), long(2_500, '😀')),
  fc.constantFrom<Set>(
    '',
    ' ',
    ' \n\t ',
    '\u3000',
    long(5_001),
    `${long(2_500, '😀')}x`,
    'a\u0000b',
    '\u007f',
    same,
    ...ill,
  ),
);
const newNote: fc.Arbitrary<Intent> = fc.record({
  path: mostly(16, freeNotePath, writtenNotePath),
  form: fc.constantFrom('bare', 'bare', 'merge'),
  set: fc
    .tuple(fc.record({ text: texts, authorUid: signatures, createdAt: clocks, updatedAt: clocks }), extra)
    .map(joined),
  removed,
  guarded,
});
const noteEdit: fc.Arbitrary<Intent> = fc.record({
  path: mostly(16, writtenNotePath, notePath),
  form: fc.constantFrom('merge', 'merge', 'whole'),
  set: fc
    .tuple(
      sparse(['text', 'updatedAt'] as const, 19, (field) => (field === 'text' ? texts : clocks)),
      extra,
    )
    .map(joined),
  removed,
  guarded,
});
const deletion: fc.Arbitrary<Intent> = fc.record({
  path: mostly(14, writtenNotePath, documentPath),
  form: fc.constant('delete'),
  set: fc.constant({}),
  removed: fc.constant([]),
  guarded,
});
/** Writes of what nobody writes, in the shape of what somebody does. */
const stray: fc.Arbitrary<Intent> = fc.record({
  path: documentPath,
  form: fc.constantFrom('merge', 'bare', 'whole'),
  set: fc
    .tuple(
      fc.constantFrom<Intent['set']>({}, { at: serverTime }, { role: 'owner', uid: self }, { status: 'active' }),
      stamped,
    )
    .map(joined),
  removed: fc.constant([]),
  guarded,
});

/** Writes without a fault of their own: what is refused of them is refused to the person, or in the place. */
const faultless: fc.Arbitrary<Intent> = fc
  .oneof(
    fc.record({
      path: productPath,
      set: fc.constantFrom<Intent['set']>(
        { name: 'A bowl', updatedAt: serverTime, updatedBy: self },
        { unitAmount: 0, updatedAt: serverTime, updatedBy: self },
        { status: 'published', description: '', updatedAt: serverTime, updatedBy: self },
      ),
    }),
    fc.record({
      path: freeNotePath,
      set: fc.constant<Intent['set']>({ text: 'Call.', authorUid: self, createdAt: serverTime, updatedAt: serverTime }),
    }),
    fc.record({
      path: writtenNotePath,
      set: fc.constant<Intent['set']>({ text: 'Call later.', updatedAt: serverTime }),
    }),
  )
  .map((intent) => ({ ...intent, form: 'merge', removed: [], guarded: false }));

const intent = fc.oneof(
  { weight: 6, arbitrary: faultless },
  { weight: 6, arbitrary: productEdit },
  { weight: 5, arbitrary: newNote },
  { weight: 5, arbitrary: noteEdit },
  { weight: 3, arbitrary: deletion },
  { weight: 2, arbitrary: stray },
);
const together = fc.uniqueArray(mostly(18, faultless, intent), {
  minLength: 2,
  maxLength: 3,
  selector: ({ path }) => path,
});
const readBefore = fc.array(mostly(12, productPath, documentPath), { minLength: 1, maxLength: 2 });

/** One write, or several together, now and longAgo in a transaction that reads before. */
export const commit: fc.Arbitrary<Commit> = fc.record({
  kind: fc.constant('commit'),
  reads: mostly<string[], string[]>(18, fc.constant([]), readBefore),
  writes: mostly(17, fc.tuple(intent), together),
});
