import type { Permission } from '@tenantry/model/permissions';
import type { BuiltInRole } from '@tenantry/model/roles';
import type { TenantSample } from '../../support/rules/samples.ts';
import type { TenantFacts } from '../../support/rules/tenants.ts';
import { rightsOfPermissions, rightsOfRoles, type Rights } from './rights.ts';

/** What somebody may do to a sample, in a tenant whose status leaves everything. */
export type RightsTo = (key: TenantSample) => Rights;

export const asNobody: RightsTo = () => [];
export const asRole =
  (role: BuiltInRole): RightsTo =>
  (key) =>
    rightsOfRoles[key][role];
export const asSupportOf = ({ door, doorUntil }: TenantFacts): RightsTo =>
  doorUntil > new Date() ? asRole(door) : asNobody;
export const asPermission = (permission: Permission): RightsTo => {
  const rights: Partial<Record<TenantSample, Rights>> = rightsOfPermissions[permission];
  return (key) => rights[key] ?? [];
};
/** What an owner or support could have, had they come in. */
export const asAnybody: RightsTo = (key) => [
  ...new Set<Rights[number]>([...asRole('owner')(key), ...asRole('support-people')(key)]),
];
