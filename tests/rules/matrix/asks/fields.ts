import { writtenInto, type Field } from '../../../support/rules/documents/fields.ts';
import { tenantDocuments } from '../../../support/rules/documents/tenant-documents.ts';
import type { Place, TenantSample } from '../../../support/rules/samples.ts';
import { accessAt } from '../../../support/rules/world.ts';
import { commit, sampleOf, stamps, updating, type Ask } from './ask.ts';

/** The samples that clients may change, as far as their fields are an editor's. */
const editable = ['published', 'draft', 'ownNote', 'note'] as const satisfies readonly TenantSample[];

/** Samples that clients never change, one for each kind of document; where it can, it is one's own. */
const closed = [
  ...(['tenant', 'profile', 'system', 'ownMember', 'invite', 'ownOrder'] as const),
  ...(['subscription', 'usage', 'audit'] as const),
] satisfies readonly TenantSample[];

/** Each field by itself: changed alone, changed and signed, signed falsely, removed. */
export const fieldAsks: readonly Ask[] = editable.flatMap((sample) => {
  const { document } = sampleOf(sample);
  const signatures = Object.keys(document).filter((name) => document[name]?.clients === 'stamp');
  const signed = (place: Place) => stamps(sample, place);
  return [
    ...Object.entries(document).flatMap(([name, field]) => {
      const theirs = field.clients !== 'never';
      const isSignature = signatures.every((signature) => signature === name);
      return [
        updating(sample, `${name} alone`, theirs && isSignature ? 'editors' : 'nobody', (place) => ({
          [name]: writtenInto(field, place),
        })),
        updating(sample, `${name}, signed`, theirs ? 'editors' : 'nobody', (place) => ({
          ...signed(place),
          [name]: writtenInto(field, place),
        })),
        ...(field.clients === 'stamp' ? [forged(sample, name, field)] : []),
        updating(
          sample,
          `without ${name}, signed`,
          'nobody',
          (place) => Object.fromEntries(Object.entries(signed(place)).filter(([signature]) => signature !== name)),
          [name],
        ),
      ];
    }),
    updating(sample, 'a field that it has not, signed', 'nobody', (place) => ({ ...signed(place), surplus: 1 })),
    updating(sample, 'nothing but the signature', 'editors', signed),
    updating(sample, 'all that is an editor’s, signed', 'editors', (place) => ({
      ...Object.fromEntries(
        Object.entries(document).flatMap(([name, field]) => (field.clients === 'edit' ? [[name, field.other]] : [])),
      ),
      ...signed(place),
    })),
    {
      name: `replace ${sample}: by itself, changed where an editor may`,
      verb: 'update',
      samples: [sample],
      needs: [{ sample, verb: 'update' }],
      operation: ({ here }) => {
        const { path, fields, changed } = sampleOf(sample);
        return commit({ kind: 'replace', path: path(here), fields: { ...fields(here), ...changed(here) } });
      },
    } satisfies Ask,
  ];
});

function forged(sample: TenantSample, name: string, { other }: Field): Ask {
  return updating(sample, `${name}, forged`, 'nobody', (place) => ({ ...stamps(sample, place), [name]: other }));
}

/** Each field of what only the server writes, set and removed. */
export const closedFieldAsks: readonly Ask[] = [
  ...closed.flatMap((sample) =>
    Object.entries(sampleOf(sample).document).flatMap(([name, { other }]) => [
      updating(sample, name, 'nobody', () => ({ [name]: other })),
      updating(sample, `without ${name}`, 'nobody', () => ({}), [name]),
    ]),
  ),
  ...Object.entries(tenantDocuments.access).flatMap(([name, { other }]): readonly Ask[] => {
    const asking = (how: string, fields: object, removed: readonly string[]): Ask => ({
      name: `update the access document: ${how}`,
      verb: 'update',
      samples: [],
      decidedBy: ['system'],
      needs: null,
      given: ({ here }) => accessAt(here.tenantId),
      operation: ({ here }) =>
        commit({ kind: 'update', path: `tenants/${here.tenantId}/system/access`, fields: { ...fields }, removed }),
    });
    return [asking(name, { [name]: other }, []), asking(`without ${name}`, {}, [name])];
  }),
];
