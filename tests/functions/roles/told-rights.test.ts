import { permissionsOf } from '@tenantry/model/roles';
import { beforeAll, describe, expect, test } from 'vitest';
import { newTenant, type Person } from '../../support/people.ts';
import { hire, setAccess, setPlan } from '../../support/staff.ts';

let owner: Person;
let tenantId: string;

beforeAll(async () => {
  ({ owner, tenantId } = await newTenant());
  await setPlan(tenantId, 'business');
  await setAccess(tenantId, { features: ['custom-roles'] });
});

const rightsOf = async (person: Person) => (await person.call('activateTenant', { tenantId })).permissions;

describe('what a role may do', () => {
  test('is told to whoever has a built-in one as the table says', async () => {
    expect(await rightsOf(owner)).toEqual(permissionsOf('owner'));
    expect(await rightsOf(await hire(owner, tenantId, 'viewer'))).toEqual(permissionsOf('viewer'));
  });

  test('is told to whoever has one of the business’s own as it is defined now, though they may not read definitions', async () => {
    const define = (permissions: ('order:read' | 'profile:read')[]) =>
      owner.call('defineRole', { tenantId, key: 'packer', name: 'Packers', permissions });
    await define(['profile:read', 'order:read']);
    const person = await hire(owner, tenantId, 'packer');
    expect(await rightsOf(person)).toEqual(['profile:read', 'order:read']);
    await define(['profile:read']);
    expect(await rightsOf(person)).toEqual(['profile:read']);
  });

  test('is nothing for a role that is not defined (any more)', async () => {
    await setAccess(tenantId, { roles: { lost: ['order:read'] } });
    const person = await hire(owner, tenantId, 'lost');
    expect(await rightsOf(person)).toEqual(['order:read']);
    await setAccess(tenantId, { roles: {} });
    expect(await rightsOf(person)).toEqual([]);
  });
});
