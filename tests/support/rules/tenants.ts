import { builtInRoles, type SupportRole } from '@tenantry/model/roles';
import { permissions, type Permission } from '@tenantry/model/permissions';
import { noHolds, type TenantStatus } from '@tenantry/model/tenant-status';
import type { Fields } from './values.ts';

const hour = 3_600_000;
export const soon = new Date(Date.now() + hour);
/** What a client's own clock says: never the very moment at which the server commits. */
export const clientClock = new Date(Date.now() - 5_000);
export const past = new Date(Date.now() - hour);

const never = new Date(0);

/** The version that claims carry, above the floor and below the fence of whoever was removed since. */
export const presentVersion = 5;
export const floor = 3;

/** A tenant as its access document describes it. `door` is how far support may see while `doorUntil` lies ahead. */
export type TenantFacts = {
  readonly id: string;
  /** A tenant with the same access document and next to nothing in it: where documents are created. */
  readonly twin: string;
  readonly status: TenantStatus;
  readonly door: SupportRole;
  readonly doorUntil: Date;
};

/** One tenant for each status, and more for each state of the support door and for an id that objects have already. */
export const tenants = {
  active: { id: 'tenantActv', twin: 'twinActive', status: 'active', door: 'support', doorUntil: soon },
  readonly: { id: 'tenantRead', twin: 'twinRead01', status: 'readonly', door: 'support-people', doorUntil: soon },
  suspended: { id: 'tenantSusp', twin: 'twinSuspnd', status: 'suspended', door: 'support-people', doorUntil: soon },
  deleting: { id: 'tenantDele', twin: 'twinDelete', status: 'deleting', door: 'support-people', doorUntil: soon },
  'wide door': { id: 'tenantWide', twin: 'twinWide01', status: 'active', door: 'support-people', doorUntil: soon },
  'shut door': { id: 'tenantShut', twin: 'twinShut01', status: 'active', door: 'support-people', doorUntil: past },
  'narrow door, read-only': {
    id: 'tenantNaRO',
    twin: 'twinNarrRO',
    status: 'readonly',
    door: 'support',
    doorUntil: soon,
  },
  'narrow door, shut': { id: 'tenantNaSh', twin: 'twinNarrSh', status: 'active', door: 'support', doorUntil: past },
  'door never opened': { id: 'tenantNoDo', twin: 'twinNoDoor', status: 'active', door: 'support', doorUntil: never },
  'odd id': { id: 'constructor', twin: 'toString', status: 'active', door: 'support-people', doorUntil: soon },
} as const satisfies Record<TenantStatus, TenantFacts> & Record<string, TenantFacts>;

export type TenantKey = keyof typeof tenants;

/** A tenant that has nothing to do with the others. */
export const elsewhere = 'elsewhere1';
export const elsewhereFacts: TenantFacts = {
  id: elsewhere,
  twin: 'elsewhere2',
  status: 'active',
  door: 'support-people',
  doorUntil: never,
};

/** The key of the role that a tenant defined with this permission and no other. */
export function customRoleOf(permission: Permission): string {
  return permission.replace(':', '-').slice(0, 20);
}

/**
 * One role for each permission, and a definition under the name of every built-in role: with everything where the
 * built-in role holds little, with nothing where it holds much. Neither may count.
 */
const definitions: Readonly<Record<string, readonly Permission[]>> = {
  ...Object.fromEntries(permissions.map((permission) => [customRoleOf(permission), [permission]])),
  ...Object.fromEntries(builtInRoles.map((role) => [role, role === 'owner' || role === 'admin' ? [] : permissions])),
  empty: [],
};

/** Who has a fence before them, and who support let in: by uid, as the access documents hold them. */
export type AccessEntries = { readonly fence: Fields; readonly support: Fields };

export function accessDocument({ status, door, doorUntil }: TenantFacts, { fence, support }: AccessEntries): Fields {
  return {
    status,
    holds: { ...noHolds, operator: status },
    seq: 10,
    fence,
    floor,
    roles: definitions,
    supportUntil: doorUntil,
    supportScope: door,
    support,
    features: ['custom-roles'],
  };
}
