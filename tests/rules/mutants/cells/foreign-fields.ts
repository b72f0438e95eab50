import { members } from '../../../support/rules/actors.ts';
import { tenantDocuments } from '../../../support/rules/documents/tenant-documents.ts';
import type { Write } from '../../../support/rules/operations.ts';
import { tenantSamples, type Place, type TenantSample } from '../../../support/rules/samples.ts';
import { tenants } from '../../../support/rules/tenants.ts';
import type { Written } from '../../../support/rules/values.ts';
import type { Cell } from '../../matrix/cells.ts';

const row = 'the member, with fields of other documents,';
const actor = members.member;
const here: Place = { tenantId: tenants.active.id, uid: actor.uid };
const twin: Place = { ...here, tenantId: tenants.active.twin };

const known = [...new Set([...Object.keys(tenantDocuments.product), ...Object.keys(tenantDocuments.note)])];

/** A write that the member may make, and one that differs in a field too many: one that another document has. */
function cells(key: TenantSample, verb: 'create' | 'update'): readonly Cell[] {
  const sample = tenantSamples[key];
  const path = sample.path(verb === 'create' ? twin : here);
  const right = verb === 'create' ? sample.created(twin) : sample.changed(here);
  const made = (what: string, fields: Written, expected: Cell['expected']): Cell => {
    const write: Write = { kind: verb, path, fields };
    return {
      name: `${row}: ${verb} ${key}${what}`,
      row,
      actor,
      tenant: 'active',
      kind: 'fields',
      verb,
      matches: [sample.match ?? '/{path=**}'],
      operation: { kind: 'commit', writes: [write] },
      expected,
      given: verb === 'create' ? {} : { [path]: sample.fields(here) },
    };
  };
  const foreign = known.filter((field) => !(field in sample.document));
  return [
    made('', right, 'allow'),
    ...foreign.map((field) => made(` with ${field}`, { ...right, [field]: 'published' }, 'deny')),
  ];
}

export const foreignFields: readonly Cell[] = [
  ...cells('published', 'update'),
  ...cells('ownNote', 'create'),
  ...cells('ownNote', 'update'),
];
