import { useMemo, useState } from 'react';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import type { Permission } from '@tenantry/model/permissions';
import { isBuiltInRole } from '@tenantry/model/roles';
import { passesGate } from '@tenantry/model/tenant-status';
import type { Standing } from '../access/tenant-access.ts';
import { documentSource } from '../live/source.ts';
import { useLive } from '../live/use-live.ts';
import { knownRights, toldRights } from './rights.ts';
import type { Membership } from './use-memberships.ts';

type Place = Pick<Membership, 'tenantId' | 'database' | 'role'>;

/**
 * What the person's role holds, and every change of that: at once where the role may read definitions, at the next answer
 * of the server otherwise. While a new role is being asked about, what the former one held stays; `undefined` before the
 * first answer.
 */
export function useRights({ tenantId, database, role }: Place, standing: Standing): readonly Permission[] | undefined {
  const readable = standing.kind === 'member' && passesGate('release', standing.status);
  const follows = !isBuiltInRole(role) && readable && toldRights(role, standing)?.includes('tenant:read');
  const path = inTenant(tenantId, tenantPaths.self());
  const tenant = useLive(follows ? documentSource<TenantDocument>(database, path, tenantId) : undefined);
  const definitions = tenant.state === 'ready' ? tenant.data.roles : undefined;
  const known = useMemo(() => knownRights(role, standing, definitions), [role, standing, definitions]);
  const [kept, keep] = useState(known);
  if (known && known !== kept) keep(known);
  return known ?? kept;
}
