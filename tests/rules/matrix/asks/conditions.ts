import type { Operation, Write } from '../../../support/rules/operations.ts';
import { serverTime } from '../../../support/rules/values.ts';
import type { Verb } from '../../../support/rules/verbs.ts';
import type { TenantSample } from '../../../support/rules/samples.ts';
import { sampleOf, stamps, type Ask, type Places } from './ask.ts';

const longAgo = new Date('2020-01-02T03:04:05Z');

/** A write whose own condition fails. Who may write is told so; who may not is told no more than ever. */
const unmet = (write: Write): Operation => ({ kind: 'commit', writes: [write], unmet: true });

function asking(
  name: string,
  verb: Verb,
  sample: TenantSample,
  who: 'entitled' | 'nobody',
  operation: (places: Places) => Operation,
): Ask {
  return { name, verb, samples: [sample], needs: who === 'nobody' ? null : [{ sample, verb }], operation };
}

/** Samples by the right that the reading of a missing one takes: whatever needs the document is not there to help. */
const missing = [
  ...(['tenant', 'profile', 'member', 'invite', 'draft', 'order', 'note'] as const),
  ...(['subscription', 'invoice', 'usage', 'stats', 'audit'] as const),
] satisfies readonly TenantSample[];

const productThere = (places: Places) => sampleOf('published').path(places.here);
const noteThere = (places: Places) => sampleOf('ownNote').path(places.here);
const noteMissing = (places: Places) => sampleOf('ownNote').path(places.twin);

/** Documents that are not there, and conditions that do not hold: a refusal must not tell one from the other. */
export const conditionAsks: readonly Ask[] = [
  ...missing.map((sample): Ask => ({
    name: `get ${sample} where there is none`,
    verb: 'get',
    samples: [],
    decidedBy: [sample],
    needs: [{ sample, verb: 'get' }],
    operation: ({ twin }) => ({ kind: 'get', path: sampleOf(sample).path(twin), absent: true }),
  })),
  asking('update published if unchanged since long ago', 'update', 'published', 'entitled', (places) =>
    unmet({
      kind: 'update',
      path: productThere(places),
      fields: { name: 'A bowl', ...stamps('published', places.here) },
      ifUnchangedSince: longAgo,
    }),
  ),
  asking('update stock of published if unchanged since long ago', 'update', 'published', 'nobody', (places) =>
    unmet({ kind: 'update', path: productThere(places), fields: { stock: 8 }, ifUnchangedSince: longAgo }),
  ),
  asking('update ownOrder if unchanged since long ago', 'update', 'ownOrder', 'nobody', ({ here }) =>
    unmet({
      kind: 'update',
      path: sampleOf('ownOrder').path(here),
      fields: { status: 'cancelled' },
      ifUnchangedSince: longAgo,
    }),
  ),
  asking('update a product that is not there', 'update', 'published', 'nobody', ({ twin }) =>
    unmet({
      kind: 'update',
      path: sampleOf('published').path(twin),
      fields: { name: 'A bowl', ...stamps('published', twin) },
    }),
  ),
  asking('delete ownNote if unchanged since long ago', 'delete', 'ownNote', 'entitled', (places) =>
    unmet({ kind: 'delete', path: noteThere(places), ifUnchangedSince: longAgo }),
  ),
  asking('delete a note that is not there', 'delete', 'ownNote', 'nobody', (places) => ({
    kind: 'commit',
    writes: [{ kind: 'delete', path: noteMissing(places) }],
  })),
  asking('update a note that is not there', 'update', 'ownNote', 'nobody', (places) =>
    unmet({ kind: 'update', path: noteMissing(places), fields: { text: 'Later.', updatedAt: serverTime } }),
  ),
  asking('set ownNote where there is none', 'create', 'ownNote', 'entitled', ({ twin }) => ({
    kind: 'commit',
    writes: [{ kind: 'set', path: sampleOf('ownNote').path(twin), fields: sampleOf('ownNote').created(twin) }],
  })),
  asking('set ownNote over the one that is there', 'update', 'ownNote', 'entitled', ({ here }) => {
    const { path, fields, changed } = sampleOf('ownNote');
    return {
      kind: 'commit',
      writes: [{ kind: 'set', path: path(here), fields: { ...fields(here), ...changed(here) } }],
    };
  }),
  asking('set ownNote over the one that is there as if it were new', 'update', 'ownNote', 'nobody', ({ here }) => {
    const { path, created } = sampleOf('ownNote');
    return { kind: 'commit', writes: [{ kind: 'set', path: path(here), fields: created(here) }] };
  }),
  asking('set published over the one that is there as if it were new', 'update', 'published', 'nobody', ({ here }) => {
    const { path, created } = sampleOf('published');
    return { kind: 'commit', writes: [{ kind: 'set', path: path(here), fields: created(here) }] };
  }),
];
