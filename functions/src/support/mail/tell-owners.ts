import type { SupportMail } from '@tenantry/model/mails';
import type { Owners } from '../../members/membership/owners.ts';
import type { TenantWork } from '../../platform/operations/operation.ts';

/** Tells every owner by mail what became of the door to support, whoever opened it included. */
export function tellOwners(
  { mail }: Pick<TenantWork, 'mail'>,
  { owners, tenant: { name: tenantName, slug } }: Owners,
  kind: 'support-opened' | 'support-entered',
  happened: Omit<SupportMail, 'tenantName' | 'slug'>,
): void {
  for (const { email } of owners) if (email !== '') mail({ kind, to: email, data: { tenantName, slug, ...happened } });
}
