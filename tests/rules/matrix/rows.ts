import { permissions } from '@tenantry/model/permissions';
import { memberRoles, type BuiltInRole } from '@tenantry/model/roles';
import { customs, members, outsiders, owners, support, type Actor } from '../../support/rules/actors.ts';
import type { TenantSample } from '../../support/rules/samples.ts';
import { tenants, type TenantFacts, type TenantKey } from '../../support/rules/tenants.ts';
import { rightsInStatus, rightsOfPermissions, rightsOfRoles, type Rights } from './rights.ts';

/** Somebody in a tenant, and what the tables say that they may there. */
export type Row = {
  readonly name: string;
  readonly actor: Actor;
  readonly tenant: TenantKey;
  readonly rights: (key: TenantSample) => Rights;
};

const tenantKeys = Object.keys(tenants) as TenantKey[];

function row(name: string, actor: Actor, tenant: TenantKey, may: (key: TenantSample) => Rights): Row {
  const left: Rights = rightsInStatus[tenants[tenant].status];
  return {
    name: `${name} in the tenant "${tenant}"`,
    actor,
    tenant,
    rights: (key) => may(key).filter((verb) => left.includes(verb)),
  };
}

const asRole =
  (role: BuiltInRole) =>
  (key: TenantSample): Rights =>
    rightsOfRoles[key][role];
const asNobody = (): Rights => [];

function asSupportOf({ door, doorUntil }: TenantFacts): (key: TenantSample) => Rights {
  return doorUntil > new Date() ? asRole(door) : asNobody;
}

export const rows: readonly Row[] = [
  ...tenantKeys.flatMap((tenant) => [
    ...memberRoles.map((role) => row(`the ${role}`, members[role], tenant, asRole(role))),
    row('an operator inside', support, tenant, asSupportOf(tenants[tenant])),
  ]),
  ...(['active', 'readonly'] as const).flatMap((tenant) =>
    permissions.map((permission) => {
      const rights: Partial<Record<TenantSample, Rights>> = rightsOfPermissions[permission];
      return row(`a role with ${permission} alone`, customs[permission], tenant, (key) => rights[key] ?? []);
    }),
  ),
  ...Object.entries(owners).map(([name, actor]) => row(name, actor, 'active', asRole('owner'))),
  ...Object.entries(outsiders).map(([name, actor]) => row(name, actor, 'wide door', asNobody)),
];
