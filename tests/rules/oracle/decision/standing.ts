import type { Permission } from '@tenantry/model/permissions';
import type { Fields, Value } from '../../../support/rules/values.ts';
import { isBuiltIn, memberMay, supporterMay } from './permissions.ts';
import type { Asker, World } from './request.ts';

/** Where somebody stands in a tenant. A supporter reads; what a status leaves is another question. */
export function may(
  world: World,
  asker: Asker,
  tenant: string,
  permission: Permission,
  way: 'read' | 'write',
): boolean {
  const access = world.documents.get(`tenants/${tenant}/system/access`);
  if (asker === undefined || access === undefined || !statusLets(access.status, way)) return false;
  if (isMemberWith(asker, access, tenant, permission)) return true;
  return way === 'read' && isSupporterWith(world, asker, access, permission);
}

/** A claim of operators, and the register that knows them. */
export function isOperator(world: World, asker: Asker): asker is NonNullable<Asker> {
  return asker !== undefined && asker.claims.operator === true && world.documents.has(`operators/${asker.uid}`);
}

function statusLets(status: Value | undefined, way: 'read' | 'write'): boolean {
  return status === 'active' || (status === 'readonly' && way === 'read');
}

function isMemberWith(asker: NonNullable<Asker>, access: Fields, tenant: string, permission: Permission): boolean {
  const claim = claimFor(asker.claims, tenant);
  if (claim === undefined || !standsSince(access, asker.uid, claim.version)) return false;
  return isBuiltIn(claim.role) ? memberMay(claim.role, permission) : definedWith(access.roles, claim.role, permission);
}

/** `[role, version]` under the tenant's id in the map `tenants`, and nothing that only resembles it. */
function claimFor(claims: Readonly<Record<string, unknown>>, tenant: string) {
  const entry = isMap(claims.tenants) ? own(claims.tenants, tenant) : undefined;
  if (!Array.isArray(entry) || entry.length !== 2) return undefined;
  const [role, version] = entry as unknown[];
  return typeof role === 'string' && Number.isSafeInteger(version) ? { role, version: version as number } : undefined;
}

/** At least the floor and at least the person's fence. Where neither can be read, nobody stands. */
function standsSince({ fence, floor }: Fields, uid: string, version: number): boolean {
  if (typeof floor !== 'number' || version < floor || !isMap(fence)) return false;
  const lowest = own(fence, uid);
  return lowest === undefined || (typeof lowest === 'number' && version >= lowest);
}

function definedWith(roles: Value | undefined, role: string, permission: Permission): boolean {
  const list = isMap(roles) ? own(roles, role) : undefined;
  return Array.isArray(list) && list.includes(permission);
}

/** Walked in by name, and neither the visit nor the door is over. */
function isSupporterWith(world: World, asker: NonNullable<Asker>, access: Fields, permission: Permission): boolean {
  const visit = isMap(access.support) ? own(access.support, asker.uid) : undefined;
  const lies = (time: unknown): boolean => time instanceof Date && time.getTime() > world.now;
  return (
    isOperator(world, asker) &&
    lies(visit) &&
    lies(access.supportUntil) &&
    supporterMay(access.supportScope, permission)
  );
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function own(map: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
