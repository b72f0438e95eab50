import type { ProfileDocument } from '@tenantry/model/documents/tenants';
import type { ApiParsed } from '@tenantry/model/operations/api';
import { tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { copyTenantName } from '../platform/data/tenants/tenant-copies.ts';

/** Changes what a business is called, looks and sells like. The currency is fixed by the first order. */
export const updateTenant = memberOperation('updateTenant', {
  permissions: ['tenant:update'],
  gate: 'work',
  audited: true,
  async run({ tx, input, tenantId, audit, afterCommit }) {
    const [profile, counters] = await Promise.all([
      tx.get(tenantDocuments.profile()),
      tx.get(tenantDocuments.counters()),
    ]);
    if (!profile || !counters) throw new Error(`Tenant ${tenantId} lacks its profile or its counters.`);
    const changes = changesOf(profile, input);
    if (changes.currency !== undefined && counters.lastOrderNumber > 0) {
      throw new Refusal('currency-fixed', 'The currency stays as it is after the first order.');
    }
    if (Object.keys(changes).length > 0) tx.update(tenantDocuments.profile(), changes);
    if (changes.name !== undefined) tx.update(tenantDocuments.tenant(), { name: changes.name });
    audit({ action: 'tenant.updated', target: tenantId, details: beforeAndAfter(profile, changes) });
    // What is named and not what differs: a copy that was lost is made by the same call again, which changes nothing.
    if (input.name !== undefined || input.branding !== undefined) afterCommit(() => copyTenantName(tenantId));
    return {};
  },
});

type Changes = Partial<Omit<ProfileDocument, 'slug'>>;

/** The fields that the input names and that differ. Throws `input` when it names none at all. */
function changesOf(profile: ProfileDocument, input: ApiParsed<'updateTenant'>): Changes {
  const wanted = Object.entries(input).filter(([key, value]) => key !== 'tenantId' && value !== undefined);
  if (wanted.length === 0) {
    throw new Refusal('input', 'Name at least one thing to change.', {
      issues: [{ path: '', code: 'empty', message: 'Name at least one thing to change.' }],
    });
  }
  const present = profile as Readonly<Record<string, unknown>>;
  return Object.fromEntries(wanted.filter(([key, value]) => JSON.stringify(present[key]) !== JSON.stringify(value)));
}

function beforeAndAfter(profile: ProfileDocument, changes: Changes): Record<string, unknown> {
  const present = profile as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(changes).map(([key, after]) => [key, { before: present[key], after }]));
}
