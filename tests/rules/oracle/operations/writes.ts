import * as fc from 'fast-check';
import { serverTime } from '../../../support/rules/values.ts';
import { mostly } from '../worlds/chance.ts';
import { same, self, type Commit, type Intent, type Set } from './asks.ts';
import { documentPath, freeNotePath, notePath, productPath, writtenNotePath } from './places.ts';
import { long, noteSlips, productSlips, type Slip, type Slips } from './slips.ts';

/** Writes begin as good ones and slip mostly once: then the slip is what decides, and nothing hides it. */
function slipping(
  good: fc.Arbitrary<Intent['set']>,
  kinds: Slips,
  path: fc.Arbitrary<string>,
  forms: readonly Intent['form'][],
): fc.Arbitrary<Intent> {
  const slip = fc.constantFrom(...Object.values(kinds)).chain((slips) => fc.constantFrom(...slips));
  const slips = fc.oneof(
    { weight: 9, arbitrary: fc.constant([]) },
    { weight: 12, arbitrary: fc.tuple(slip) },
    { weight: 2, arbitrary: fc.tuple(slip, slip) },
  );
  return fc
    .record({ path, form: fc.constantFrom(...forms), good, slips, guarded: fc.boolean() })
    .map(({ good, slips, ...intent }) => ({
      ...intent,
      ...(slips as readonly Slip[]).reduce(slipped, { set: good, removed: [] }),
    }));
}

function slipped(write: Slip, slip: Slip): Slip {
  const kept = Object.entries({ ...write.set, ...slip.set }).filter(([field]) => !slip.removed.includes(field));
  return { set: Object.fromEntries(kept), removed: [...write.removed, ...slip.removed] };
}

/** A product as nobody creates one. */
const product: Intent['set'] = {
  sku: 'SKU-1',
  name: 'A cup',
  description: '',
  unitAmount: 1_200,
  stock: 7,
  status: 'draft',
  createdAt: serverTime,
  createdBy: self,
};
const stamps = { updatedAt: serverTime, updatedBy: self } as const;

/** Good values, some of them at the edge. */
const edit: fc.Arbitrary<Intent['set']> = fc
  .record(
    {
      name: fc.constantFrom<Set>(
        'A bowl',
        'x',
        ' at an end ',
        'Kännchen ☕',
        long(120),
        long(120, 'é'),
        long(60, '😀'),
        same,
      ),
      description: fc.constantFrom<Set>('', ' ', 'one\ntwo\tthree', long(5_000), long(5_000, 'é'), long(2_500, '😀')),
      unitAmount: fc.constantFrom<Set>(0, 1, 1_250, 99_999_999, same, { increment: 1 }, { increment: -1 }),
      status: fc.constantFrom<Set>('draft', 'published', 'archived', same),
    },
    { requiredKeys: [] },
  )
  .map((fields) => ({ ...fields, ...stamps }));

const text = fc.constantFrom<Set>('Call.', 'x', 'one\ntwo\tthree', long(5_000), long(5_000, 'é'), long(2_500, '😀'));
const firstWords = text.map((value): Intent['set'] => ({
  text: value,
  authorUid: self,
  createdAt: serverTime,
  updatedAt: serverTime,
}));
const laterWords = text.map((value): Intent['set'] => ({ text: value, updatedAt: serverTime }));

const productEdit = slipping(edit, productSlips, productPath, ['merge', 'merge', 'whole']);
const newNote = slipping(firstWords, noteSlips, mostly(17, freeNotePath, writtenNotePath), ['bare', 'bare', 'merge']);
const noteEdit = slipping(laterWords, noteSlips, mostly(17, writtenNotePath, notePath), ['merge', 'merge', 'whole']);

const deletion: fc.Arbitrary<Intent> = fc.record({
  path: mostly(12, writtenNotePath, documentPath),
  form: fc.constant('delete'),
  set: fc.constant({}),
  removed: fc.constant([]),
  guarded: fc.boolean(),
});

/** Writes of what nobody writes, some in the shape of what somebody does. */
const stray: fc.Arbitrary<Intent> = fc
  .record({
    path: documentPath,
    form: fc.constantFrom('merge', 'bare', 'whole'),
    set: fc.constantFrom<Intent['set']>(
      {},
      { at: serverTime },
      { role: 'owner', uid: self },
      { status: 'active' },
      product,
    ),
    guarded: fc.boolean(),
  })
  .map((intent) => ({ ...intent, set: { ...intent.set, ...stamps }, removed: [] }));

/** A whole product where none is, in the shape that an editor leaves. */
const newProduct: fc.Arbitrary<Intent> = fc
  .record({ path: productPath, form: fc.constantFrom('bare', 'merge'), guarded: fc.boolean() })
  .map((intent) => ({ ...intent, set: { ...product, ...stamps }, removed: [] }));

const intent = fc.oneof(
  { weight: 12, arbitrary: productEdit },
  { weight: 6, arbitrary: newNote },
  { weight: 6, arbitrary: noteEdit },
  { weight: 3, arbitrary: deletion },
  { weight: 3, arbitrary: stray },
  { weight: 2, arbitrary: newProduct },
);

/** For the company of others: one bad write would hide what becomes of a batch. */
const faultless = fc.oneof(
  slipping(edit, { none: [{ set: {}, removed: [] }] }, productPath, ['merge']),
  slipping(firstWords, { none: [{ set: {}, removed: [] }] }, freeNotePath, ['merge']),
);
const together = fc.uniqueArray(mostly(17, faultless, intent), {
  minLength: 2,
  maxLength: 3,
  selector: ({ path }) => path,
});
const readBefore = fc.array(mostly(16, productPath, documentPath), { minLength: 1, maxLength: 2 });

/** One write, or several together, now and then in a transaction that reads before. */
export const commit: fc.Arbitrary<Commit> = fc.record({
  kind: fc.constant('commit'),
  reads: mostly<string[], string[]>(19, fc.constant([]), readBefore),
  writes: mostly(18, fc.tuple(mostly(17, intent, faultless)), together),
});
