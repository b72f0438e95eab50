import type { Operation } from '../../support/rules/operations.ts';
import { tenantSamples, type Place, type Sample, type TenantSample } from '../../support/rules/samples.ts';
import type { Fields } from '../../support/rules/values.ts';
import type { Verb } from '../../support/rules/verbs.ts';

/** Where an ask is made: a place in the tenant itself, and the same in its twin, where nothing lies yet. */
export type Places = { readonly here: Place; readonly twin: Place };

/** A request that can be made of a sample by anybody anywhere. */
export type Ask = {
  readonly name: string;
  readonly verb: Verb;
  readonly sample: TenantSample;
  /** Whether the right to the verb is enough; an ask that nobody is granted has it wrong in one fact. */
  readonly open: boolean;
  readonly operation: (places: Places) => Operation;
};

const operations = {
  get: (sample, { here }) => ({ kind: 'get', path: sample.path(here) }),
  list: (sample, { here }) => ({ kind: 'list', query: sample.query(here) }),
  count: (sample, { here }) => ({ kind: 'aggregate', query: sample.query(here), of: { kind: 'count' } }),
  create: (sample, { twin }) => ({
    kind: 'commit',
    writes: [{ kind: 'create', path: sample.path(twin), fields: sample.created(twin) }],
  }),
  update: (sample, { here }) => ({
    kind: 'commit',
    writes: [{ kind: 'update', path: sample.path(here), fields: sample.changed(here) }],
  }),
  delete: (sample, { here }) => ({ kind: 'commit', writes: [{ kind: 'delete', path: sample.path(here) }] }),
} as const satisfies Record<Verb, (sample: Sample, places: Places) => Operation>;

/** One request of each verb for each sample, of the right shape. */
export const plainAsks: readonly Ask[] = (Object.keys(tenantSamples) as TenantSample[]).flatMap((sample) =>
  (Object.keys(operations) as Verb[]).map((verb) => ({
    name: `${verb} ${sample}`,
    verb,
    sample,
    open: true,
    operation: (places) => operations[verb](tenantSamples[sample], places),
  })),
);

/** The documents that an ask presumes. */
export function givenTo({ sample, verb }: Ask, { here }: Places): Readonly<Record<string, Fields>> {
  const { path, fields }: Sample = tenantSamples[sample];
  return verb === 'create' ? {} : { [path(here)]: fields(here) };
}
