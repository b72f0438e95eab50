import type { Operation } from '../../../support/rules/operations.ts';
import type { Sample } from '../../../support/rules/samples.ts';
import type { Verb } from '../../../support/rules/verbs.ts';
import { commit, sampleKeys, sampleOf, type Ask, type Places } from './ask.ts';

const operations = {
  get: (sample, { here }) => ({ kind: 'get', path: sample.path(here) }),
  list: (sample, { here }) => ({ kind: 'list', query: sample.query(here) }),
  count: (sample, { here }) => ({ kind: 'aggregate', query: sample.query(here), of: { kind: 'count' } }),
  create: (sample, { twin }) => commit({ kind: 'create', path: sample.path(twin), fields: sample.created(twin) }),
  update: (sample, { here }) => commit({ kind: 'update', path: sample.path(here), fields: sample.changed(here) }),
  delete: (sample, { here }) => commit({ kind: 'delete', path: sample.path(here) }),
} as const satisfies Record<Verb, (sample: Sample, places: Places) => Operation>;

/** One request of each verb for each sample, of the right shape. */
export const plainAsks: readonly Ask[] = sampleKeys.flatMap((sample) =>
  (Object.keys(operations) as Verb[]).map((verb) => ({
    name: `${verb} ${sample}`,
    verb,
    samples: [sample],
    needs: [{ sample, verb }],
    operation: (places) => operations[verb](sampleOf(sample), places),
  })),
);
