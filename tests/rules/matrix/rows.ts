import { permissions } from '@tenantry/model/permissions';
import { memberRoles } from '@tenantry/model/roles';
import * as people from '../../support/rules/actors.ts';
import type { Actor } from '../../support/rules/actors.ts';
import { malformed } from '../../support/rules/people/everyone.ts';
import { foreigners, pretenders, strangers, visitors } from '../../support/rules/people/outsiders.ts';
import { tenants, type TenantKey } from '../../support/rules/tenants.ts';
import type { AskKind } from './asks/asks.ts';
import { rightsInStatus } from './rights.ts';
import { asAnybody, asNobody, asPermission, asRole, asSupportOf, type RightsTo } from './standings.ts';

/** Somebody in a tenant, what the tables say that they may there, and what is asked. */
export type Row = {
  readonly name: string;
  readonly actor: Actor;
  readonly tenant: TenantKey;
  readonly rights: RightsTo;
  readonly kinds: readonly AskKind[];
  /**
   * The rights of somebody who differs in one fact. Only what these open is asked: the rest says nothing of that fact.
   * Without them everything is asked.
   */
  readonly control?: RightsTo;
};

const plain: readonly AskKind[] = ['plain'];
const inDepth: readonly AskKind[] = ['plain', 'queries', 'fields', 'transforms', 'conditions', 'oddities', 'bundles'];
const deeper = inDepth.filter((kind) => kind !== 'plain');
/** Where most of what is asked is wrong by itself, whoever asks. */
const trap: readonly AskKind[] = ['closedFields', 'transforms', 'bundles'];
const wholly: readonly AskKind[] = [...inDepth, 'closedFields'];

type Asked = Pick<Row, 'kinds' | 'control'>;

/** What is left of rights in a tenant: where its status refuses, a refusal says nothing of who asks. */
const within =
  (tenant: TenantKey, may: RightsTo): RightsTo =>
  (key) =>
    may(key).filter((verb) => rightsInStatus[tenants[tenant].status].includes(verb));

function row(name: string, actor: Actor, tenant: TenantKey, may: RightsTo, { kinds, control }: Asked): Row {
  return {
    name: `${name} in the tenant "${tenant}"`,
    actor,
    tenant,
    rights: within(tenant, may),
    kinds,
    ...(control ? { control } : {}),
  };
}

/** How deep the tenants are looked into: those that differ in the door alone say little that is new of members. */
const depths = {
  active: inDepth,
  readonly: inDepth,
  suspended: ['plain', 'conditions', 'bundles'],
  deleting: ['plain', 'conditions', 'bundles'],
  'wide door': plain,
  'shut door': plain,
  'narrow door, read-only': plain,
  'narrow door, shut': plain,
  'door never opened': plain,
  'odd id': plain,
} as const satisfies Record<TenantKey, readonly AskKind[]>;

const tenantKeys = Object.keys(tenants) as TenantKey[];
const others = tenantKeys.filter((key) => key !== 'wide door');

/** Who belongs here. */
const insiders: readonly Row[] = [
  ...tenantKeys.flatMap((tenant) => [
    ...memberRoles.map((role) =>
      row(`the ${role}`, people.members[role], tenant, asRole(role), { kinds: depths[tenant] }),
    ),
    row('an operator inside', people.support, tenant, asSupportOf(tenants[tenant]), {
      kinds: tenant === 'wide door' ? wholly : plain,
    }),
  ]),
  row('the owner, in every field,', people.members.owner, 'active', asRole('owner'), { kinds: ['closedFields'] }),
  row('the customer, in every field,', people.members.customer, 'active', asRole('customer'), {
    kinds: ['closedFields'],
  }),
  row('the member, in every value,', people.members.member, 'active', asRole('member'), { kinds: ['values'] }),
  ...permissions.flatMap((permission) => {
    const custom = (tenant: TenantKey, how: string, asked: Asked): Row =>
      row(`a role with ${permission} alone${how}`, people.customs[permission], tenant, asPermission(permission), asked);
    const control = asPermission(permission);
    return [
      custom('active', '', { kinds: plain }),
      custom('active', ', in depth,', { kinds: inDepth, control }),
      custom('readonly', '', { kinds: plain }),
      custom('suspended', '', { kinds: plain, control }),
      custom('deleting', '', { kinds: plain, control }),
    ];
  }),
  ...Object.entries(people.owners).map(([name, actor]) =>
    row(name, actor, 'active', asRole('owner'), { kinds: plain }),
  ),
  ...memberRoles.map((role) =>
    row(`the ${role} whose e-mail is not verified`, people.unverified[role], 'active', asRole(role), { kinds: plain }),
  ),
  row('a customer here and owner elsewhere', people.customerAndOwner, 'wide door', asRole('customer'), {
    kinds: inDepth,
  }),
  ...Object.entries(people.customers).map(([name, actor]) =>
    row(name, actor, 'wide door', asRole('customer'), { kinds: plain }),
  ),
  row('an owner here and customer elsewhere', people.customerAndOwner, 'active', asRole('owner'), { kinds: plain }),
];

/** Who has belonged here, with the token of that time. */
const former: readonly Row[] = tenantKeys.flatMap((tenant) =>
  memberRoles.flatMap((role) => {
    const kinds = tenant === 'wide door' ? inDepth : plain;
    const asked = { kinds, control: within(tenant, asRole(role)) };
    return [
      row(`a former ${role} below the fence`, people.belowTheFence[role], tenant, asNobody, asked),
      row(`a former ${role} below the floor`, people.belowTheFloor[role], tenant, asNobody, asked),
    ];
  }),
);

const formerCustoms: readonly Row[] = permissions.map((permission) =>
  row(`a former role with ${permission} below the fence`, people.fencedCustoms[permission], 'wide door', asNobody, {
    kinds: inDepth,
    control: asPermission(permission),
  }),
);

/** Who never belonged here. */
const outsiders: readonly Row[] = [
  ...Object.entries(strangers).flatMap(([name, actor]) => [
    row(name, actor, 'wide door', asNobody, { kinds: plain }),
    row(`${name}, in depth,`, actor, 'wide door', asNobody, { kinds: deeper, control: asAnybody }),
    ...others.map((tenant) => row(name, actor, tenant, asNobody, { kinds: plain, control: within(tenant, asAnybody) })),
  ]),
  // The most that somebody from outside, and somebody from before, could bring along: they try everything.
  row('the owner of another tenant, in all else,', foreigners.owner, 'wide door', asNobody, { kinds: trap }),
  row('a former owner below the fence, in all else,', people.belowTheFence.owner, 'wide door', asNobody, {
    kinds: ['plain', ...trap],
  }),
  ...Object.entries({ ...pretenders, ...visitors }).map(([name, actor]) =>
    row(name, actor, 'wide door', asNobody, { kinds: plain }),
  ),
  ...Object.entries(malformed).map(([name, actor]) =>
    row(name, actor, 'wide door', asNobody, { kinds: plain, control: asAnybody }),
  ),
];

export const rows: readonly Row[] = [...insiders, ...former, ...formerCustoms, ...outsiders];
