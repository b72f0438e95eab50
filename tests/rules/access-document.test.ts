import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tenantStatuses } from '@tenantry/model/tenant-status';
import { customs, members, support } from '../support/rules/actors.ts';
import { accessEntries } from '../support/rules/people/everyone.ts';
import { openProject, seed, type Project } from '../support/rules/project.ts';
import { admin } from '../support/rules/rest.ts';
import { accessDocument, past, presentVersion, soon, tenants } from '../support/rules/tenants.ts';
import type { Fields, Value } from '../support/rules/values.ts';
import { get, remove, type Verdict } from '../support/rules/verbs.ts';

const { id } = tenants.active;
const path = `tenants/${id}/system/access`;
const access = accessDocument({ ...tenants.active, door: 'support-people' }, accessEntries);
const register = { [`operators/${support.uid}`]: { email: 'operator@example.com' } };

let project: Project;
beforeAll(async () => {
  project = await openProject('access-document');
  await seed(project, { [`tenants/${id}/members/somebody`]: { uid: 'somebody' } });
});
beforeEach(() => seed(project, { ...register, [path]: access }));

type Asker = { readonly token: string | undefined };
const reads = (who: Asker): Promise<Verdict> => get(project, who, `tenants/${id}/members/somebody`);

/** What people answer to after the access document changed, with the tokens that they had before. */
async function afterwards(changes: Fields, who: Asker): Promise<Verdict> {
  expect(await reads(who)).toBe('allow');
  await seed(project, { [path]: { ...access, ...changes } });
  return reads(who);
}

describe('a right ends with the next request', () => {
  const { owner } = members;

  test('when the fence is raised before the person, and for them alone', async () => {
    expect(await afterwards({ fence: { [owner.uid]: presentVersion + 1 } }, owner)).toBe('deny');
    expect(await reads(members.admin)).toBe('allow');
  });

  test('not when the fence is raised to the version that they have', async () => {
    expect(await afterwards({ fence: { [owner.uid]: presentVersion } }, owner)).toBe('allow');
  });

  test('when the floor is raised under everyone, and not to the version that they have', async () => {
    expect(await afterwards({ floor: presentVersion }, owner)).toBe('allow');
    expect(await afterwards({ floor: presentVersion + 1 }, owner)).toBe('deny');
  });

  test('when a defined role loses the permission or is deleted', async () => {
    const custom = customs['member:read'];
    expect(await afterwards({ roles: { 'member-read': ['order:read'] } }, custom)).toBe('deny');
    await seed(project, { [path]: access });
    expect(await afterwards({ roles: {} }, custom)).toBe('deny');
    expect(await reads(owner)).toBe('allow');
  });

  test.each(tenantStatuses)('or stays, as the status %s has it', async (status) => {
    const open = status === 'active' || status === 'readonly';
    expect(await afterwards({ status }, owner)).toBe(open ? 'allow' : 'deny');
  });

  test.each<Value>(['', 'ACTIVE', 'unknown', null, true, ['active']])('when the status is %j', async (status) => {
    expect(await afterwards({ status }, owner)).toBe('deny');
  });

  test('when the access document is gone', async () => {
    expect(await reads(owner)).toBe('allow');
    await remove(project, { token: admin }, path);
    expect(await reads(owner)).toBe('deny');
    expect(await reads(support)).toBe('deny');
  });

  test.each(['status', 'fence', 'floor'])('when the access document has no %s', async (field) => {
    const rest = Object.fromEntries(Object.entries(access).filter(([name]) => name !== field));
    await seed(project, { [path]: rest });
    expect(await reads(owner)).toBe('deny');
    await seed(project, { [path]: access });
    expect(await reads(owner)).toBe('allow');
  });
});

describe("support's visit ends", () => {
  const doors: Readonly<Record<string, Fields>> = {
    'when the door shuts': { supportUntil: past },
    'when the operator walks out': { support: {} },
    "when the operator's time is over": { support: { [support.uid]: past } },
    'when somebody else is the one inside': { support: { another: soon } },
    'when the scope no longer sees people': { supportScope: 'support' },
    'when the scope is none': { supportScope: '' },
    'when the scope is the name of a member’s role': { supportScope: 'owner' },
    'when a time is a number': { supportUntil: soon.getTime() },
    'when a visit is a number': { support: { [support.uid]: soon.getTime() } },
    'when a visit is true': { support: { [support.uid]: true } },
    'when the tenant is suspended': { status: 'suspended' },
    'when the tenant is being deleted': { status: 'deleting' },
  };

  test.each(Object.entries(doors))('%s', async (_, changes) => {
    expect(await afterwards(changes, support)).toBe('deny');
  });

  test('when the operator is struck off the register', async () => {
    expect(await reads(support)).toBe('allow');
    await remove(project, { token: admin }, `operators/${support.uid}`);
    expect(await reads(support)).toBe('deny');
  });

  test('not when the tenant becomes read-only', async () => {
    expect(await afterwards({ status: 'readonly' }, support)).toBe('allow');
  });
});
