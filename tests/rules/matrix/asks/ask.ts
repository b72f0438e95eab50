import { stampsOf } from '../../../support/rules/documents/fields.ts';
import type { Operation, Write } from '../../../support/rules/operations.ts';
import { tenantSamples, type Place, type Sample, type TenantSample } from '../../../support/rules/samples.ts';
import type { Fields, Written } from '../../../support/rules/values.ts';
import type { Verb } from '../../../support/rules/verbs.ts';

/** Where an ask is made: a place in the tenant itself, and the same in its twin, where nothing lies yet. */
export type Places = { readonly here: Place; readonly twin: Place };

/** A right that an ask takes. */
export type Need = { readonly sample: TenantSample; readonly verb: Verb };

/** A request that can be made by anybody in any tenant. */
export type Ask = {
  readonly name: string;
  /** What it is called for the rules, as far as they tell it. */
  readonly verb: Verb;
  /** What it touches, and presumes to be there. */
  readonly samples: readonly TenantSample[];
  /** Whose `match`es decide, where they are not those of the samples. */
  readonly decidedBy?: readonly TenantSample[];
  /** All of these together allow it; null is for what nobody is granted, whatever their rights. */
  readonly needs: readonly Need[] | null;
  readonly operation: (places: Places) => Operation;
  /** What it presumes beside the samples. */
  readonly given?: (places: Places) => Readonly<Record<string, Fields>>;
};

export const sampleOf = (key: TenantSample): Sample => tenantSamples[key];
export const sampleKeys = Object.keys(tenantSamples) as TenantSample[];
export const commit = (...writes: readonly Write[]): Operation => ({ kind: 'commit', writes });

/** An update of a sample by whoever has the right to it, or by nobody. */
export function updating(
  sample: TenantSample,
  name: string,
  who: 'editors' | 'nobody',
  fields: (place: Place) => Written,
  removed: readonly string[] = [],
): Ask {
  return {
    name: `update ${sample}: ${name}`,
    verb: 'update',
    samples: [sample],
    needs: who === 'nobody' ? null : [{ sample, verb: 'update' }],
    operation: ({ here }) =>
      commit({ kind: 'update', path: sampleOf(sample).path(here), fields: fields(here), removed }),
  };
}

/** What goes with every change of a sample. */
export const stamps = (sample: TenantSample, place: Place): Written => stampsOf(sampleOf(sample).document, place);
