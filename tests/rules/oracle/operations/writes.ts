import * as fc from 'fast-check';
import { serverTime } from '../../../support/rules/values.ts';
import { mostly, sparse } from '../worlds/chance.ts';
import { self, type Commit, type Intent } from './asks.ts';
import { documentPath, freeNotePath, notePath, productPath, writtenNotePath } from './places.ts';
import { clocks, edited, extra, removed, signatures, stamped, texts } from './values-to-write.ts';

const guarded = fc.boolean();

const joined = (parts: readonly Intent['set'][]): Intent['set'] => Object.assign({}, ...parts) as Intent['set'];

const productEdit: fc.Arbitrary<Intent> = fc.record({
  path: productPath,
  form: fc.constantFrom('merge', 'merge', 'whole'),
  set: fc.tuple(edited, stamped, extra).map(joined),
  removed,
  guarded,
});

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
  { weight: 4, arbitrary: deletion },
  { weight: 2, arbitrary: stray },
);
const together = fc.uniqueArray(mostly(18, faultless, intent), {
  minLength: 2,
  maxLength: 3,
  selector: ({ path }) => path,
});
const readBefore = fc.array(mostly(12, productPath, documentPath), { minLength: 1, maxLength: 2 });

/** One write, or several together, now and then in a transaction that reads before. */
export const commit: fc.Arbitrary<Commit> = fc.record({
  kind: fc.constant('commit'),
  reads: mostly<string[], string[]>(18, fc.constant([]), readBefore),
  writes: mostly(17, fc.tuple(intent), together),
});
