import * as fc from 'fast-check';
import { double, serverTime } from '../../../support/rules/values.ts';
import { mostly, sparse } from '../worlds/chance.ts';
import { longAgo, past, uids } from '../worlds/vocabulary.ts';
import { same, sameAsDouble, self, type Intent, type Set } from './asks.ts';

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
export const clocks = mostly<Set, Set>(
  19,
  fc.constant<Set>(serverTime),
  fc.constantFrom<Set>(past, longAgo, same, null, 'now', 0),
);
export const signatures = mostly<Set, Set>(19, fc.constant<Set>(self), fc.constantFrom<Set>(...uids, same, null, ''));

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
export const removed = mostly<string[], string[]>(
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
/** What makes a good write a bad one. */
export const extra = mostly(18, fc.constant({}), hindrance);
/** Fields of a product, each now and then. */
export const edited = sparse(['name', 'description', 'unitAmount', 'status'] as const, 12, (field) => {
  const values = { name: names, description: descriptions, unitAmount: amounts, status: statuses };
  return values[field];
});
/** Signed and dated; now and then not. */
export const stamped = mostly(
  19,
  fc.record({ updatedAt: clocks, updatedBy: signatures }),
  fc.constantFrom({ updatedAt: serverTime }, { updatedBy: self }, {}),
);

export const texts = mostly<Set, Set>(
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
