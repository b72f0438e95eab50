import type { Write } from '../../../support/rules/operations.ts';
import type { Place, TenantSample } from '../../../support/rules/samples.ts';
import { elsewhere } from '../../../support/rules/tenants.ts';
import type { Fields } from '../../../support/rules/values.ts';
import { sampleOf, stamps } from './ask.ts';

/** A change of the right shape. */
export const changed = (sample: TenantSample, place: Place): Write => ({
  kind: 'update',
  path: sampleOf(sample).path(place),
  fields: sampleOf(sample).changed(place),
});
export const created = (sample: TenantSample, place: Place): Write => ({
  kind: 'create',
  path: sampleOf(sample).path(place),
  fields: sampleOf(sample).created(place),
});
export const removed = (sample: TenantSample, place: Place): Write => ({
  kind: 'delete',
  path: sampleOf(sample).path(place),
});
/** What only the server does to a product. */
export const stocked = (sample: TenantSample, place: Place): Write => ({
  kind: 'update',
  path: sampleOf(sample).path(place),
  fields: { stock: 99, ...stamps(sample, place) },
});
/** A change of the access document, by which everything else is judged. */
export const opened = ({ tenantId }: Place, fields: Fields): Write => ({
  kind: 'update',
  path: `tenants/${tenantId}/system/access`,
  fields,
});
/** The same place in a tenant that nobody here knows. */
export const away = ({ uid }: Place): Place => ({ tenantId: elsewhere, uid });
