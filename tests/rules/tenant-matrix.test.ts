import { beforeAll, describe, expect, test } from 'vitest';
import { permissions } from '@tenantry/model/permissions';
import { memberRoles, type BuiltInRole } from '@tenantry/model/roles';
import type { TenantStatus } from '@tenantry/model/tenant-status';
import { customs, members, outsiders, owners, support, type Actor } from '../support/rules/actors.ts';
import type { Project } from '../support/rules/project.ts';
import { inParallel } from '../support/rules/rest.ts';
import type { TenantSample } from '../support/rules/samples.ts';
import { tenants, type TenantFacts, type TenantKey } from '../support/rules/tenants.ts';
import { verbs, type Verb, type Verdict } from '../support/rules/verbs.ts';
import { judge, openWorld, performAsServer, sampleKeys, samplesOf } from '../support/rules/world.ts';
import { rightsInStatus, rightsOfPermissions, rightsOfRoles, type Rights } from './expectations.ts';

/** Somebody in a tenant, and what the tables say that they may there. */
type Row = {
  readonly name: string;
  readonly actor: Actor;
  readonly tenant: TenantKey;
  readonly may: (key: TenantSample) => Rights;
};

const tenantKeys = Object.keys(tenants) as TenantKey[];
const asRole =
  (role: BuiltInRole) =>
  (key: TenantSample): Rights =>
    rightsOfRoles[key][role];
const asNobody = (): Rights => [];

function asSupportOf({ door, doorUntil }: TenantFacts): (key: TenantSample) => Rights {
  return doorUntil > new Date() ? asRole(door) : asNobody;
}

const rows: readonly Row[] = [
  ...tenantKeys.flatMap((tenant) => [
    ...memberRoles.map((role) => ({ name: `the ${role}`, actor: members[role], tenant, may: asRole(role) })),
    { name: 'an operator inside', actor: support, tenant, may: asSupportOf(tenants[tenant]) },
  ]),
  ...(['active', 'readonly'] as const).flatMap((tenant) =>
    permissions.map((permission) => {
      const rights: Partial<Record<TenantSample, Rights>> = rightsOfPermissions[permission];
      return {
        name: `a role with ${permission} alone`,
        actor: customs[permission],
        tenant,
        may: (key: TenantSample) => rights[key] ?? [],
      };
    }),
  ),
  ...Object.entries(owners).map(([name, actor]) => ({ name, actor, tenant: 'active' as const, may: asRole('owner') })),
  ...Object.entries(outsiders).map(([name, actor]) => ({ name, actor, tenant: 'wide door' as const, may: asNobody })),
];

const expected = ({ tenant, may }: Row, key: TenantSample, verb: Verb): Verdict => {
  const status: TenantStatus = tenants[tenant].status;
  const left: Rights = rightsInStatus[status];
  return may(key).includes(verb) && left.includes(verb) ? 'allow' : 'deny';
};

const cells = sampleKeys.flatMap((key) => verbs.map((verb) => ({ key, verb })));

/** One answer for each cell, in their order. A sample's verbs follow one another: some change what others look at. */
async function answersTo(ask: (key: TenantSample, verb: Verb) => Promise<Verdict>): Promise<string[]> {
  const answers = await inParallel(sampleKeys, async (key) => {
    const ofSample: string[] = [];
    for (const verb of verbs) ofSample.push(`${verb} ${key}: ${await ask(key, verb)}`);
    return ofSample;
  });
  return answers.flat();
}

describe.each(tenantKeys)('in the tenant "%s"', (tenant) => {
  const here = rows.filter((row) => row.tenant === tenant);
  const people = here.map(({ actor }) => actor);
  let project: Project;
  beforeAll(async () => {
    project = await openWorld(`matrix-${tenant.replace(' ', '-')}`, people);
  });

  test.each(here)('$name may what the tables say and nothing else', async (row) => {
    const before = await samplesOf(project, tenants[tenant], [row.actor]);
    const answers = await answersTo((key, verb) =>
      judge(project, { actor: row.actor, facts: tenants[tenant], key, verb }),
    );
    expect(answers).toEqual(cells.map(({ key, verb }) => `${verb} ${key}: ${expected(row, key, verb)}`));
    expect(await samplesOf(project, tenants[tenant], [row.actor])).toEqual(before);
  });
});

describe('the controls of the matrix', () => {
  const isOpen = ({ key, verb }: (typeof cells)[number]): boolean =>
    rows.some((row) => row.tenant === 'active' && expected(row, key, verb) === 'allow');

  test('what is open to nobody is refused by the rules alone: the server does the same', async () => {
    const project = await openWorld('matrix-controls', [members.owner]);
    const closed = cells.filter((cell) => !isOpen(cell));
    const { uid } = members.owner;
    const answers = await answersTo((key, verb) => performAsServer(project, { facts: tenants.active, key, verb }, uid));
    expect(closed.length).toBeGreaterThan(0);
    expect(answers).toEqual(expect.arrayContaining(closed.map(({ key, verb }) => `${verb} ${key}: allow`)));
  });

  test('every permission of the rules opens something that no other permission opens', () => {
    const opened = permissions.filter((permission) => Object.keys(rightsOfPermissions[permission]).length > 0);
    expect(new Set(opened.map((permission) => JSON.stringify(rightsOfPermissions[permission]))).size).toBe(
      opened.length,
    );
  });
});
