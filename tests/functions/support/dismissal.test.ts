import { randomUUID } from 'node:crypto';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { beforeEach, describe, expect, test } from 'vitest';
import { adminTasks } from '../../../functions/src/admin-tasks.ts';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { removeOperator } from '../../../functions/src/operators/remove-operator.ts';
import { inPlatformContext } from '../../../functions/src/platform/tenant-context.ts';
import { authentication, database, readDocument, storedClaims } from '../../support/database.ts';
import { outcomes } from '../../support/outcomes.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import { auditOf } from '../../support/staff.ts';

type Tenant = Awaited<ReturnType<typeof newTenant>>;

let tenants: readonly Tenant[];
let operator: Person;
let colleague: Person;

beforeEach(async () => {
  tenants ??= await Promise.all([newTenant('Harbour'), newTenant('Mill')]);
  [operator, colleague] = await Promise.all([newOperator(), newOperator()]);
  for (const { owner, tenantId } of tenants) {
    await owner.call('openSupport', { tenantId, hours: 1, reason: 'An order is stuck' });
    for (const each of [operator, colleague]) await enter(each, tenantId);
  }
});

async function newOperator(): Promise<Person> {
  const person = await newPerson('operator');
  await addOperator(person.email);
  return person.refresh();
}

const enter = (by: Person, tenantId: string) => by.callOperator('enterTenant', { tenantId, reason: 'To look at it' });
const dismiss = (email = operator.email) => inPlatformContext(randomUUID(), () => removeOperator(email));
const insideOf = async ({ tenantId }: Tenant) =>
  Object.keys((await readDocument(inTenant(tenantId, tenantPaths.access())))?.support ?? {});
const endsToldIn = async ({ tenantId }: Tenant) =>
  (await auditOf(tenantId)).filter(({ action, target }) => action === 'support.dismissed' && target === operator.uid);
const toldOfByPlatform = async () => {
  const { docs } = await database().collection(paths.platformAudits()).where('target', '==', operator.uid).get();
  return docs.map((entry) => entry.get('action') as string).toSorted();
};

describe('an operator who is dismissed', () => {
  test('is out of the register, the claims and every door, each business is told, and a colleague stays', async () => {
    expect(await dismiss(operator.email.toUpperCase())).toEqual({ uid: operator.uid });
    expect(await readDocument(paths.operator(operator.uid))).toBeUndefined();
    expect((await storedClaims(operator.uid)).operator).toBeUndefined();
    for (const tenant of tenants) {
      expect(await insideOf(tenant)).toEqual([colleague.uid]);
      expect(await endsToldIn(tenant)).toHaveLength(1);
      const profile = inTenant(tenant.tenantId, tenantPaths.profile());
      expect([await readAs(operator, profile), await readAs(colleague, profile)]).toEqual([403, 200]);
    }
    const [harbour] = tenants;
    const again = { tenantId: harbour?.tenantId ?? '', reason: 'Once more' };
    expect(outcomes([await operator.tryOperator('enterTenant', again)])).toEqual(['denied']);
    expect(await toldOfByPlatform()).toEqual(['operator.added', 'operator.removed']);
  });

  test('and dismissed again after a death on the way: what is left is done, and nothing twice', async () => {
    const [harbour, mill] = tenants as [Tenant, Tenant];
    // Dead after the register: what the script writes first is written, and no more.
    await database().doc(paths.operator(operator.uid)).delete();
    await database().collection(paths.platformAudits()).add({
      at: new Date(),
      actor: 'script:operator-remove',
      action: 'operator.removed',
      target: operator.uid,
      details: {},
    });
    expect(await dismiss()).toEqual({ uid: operator.uid });
    // Dead before the claims, and one visit still there.
    await authentication().setCustomUserClaims(operator.uid, { tenants: {}, operator: true });
    const access = database().doc(inTenant(mill.tenantId, tenantPaths.access()));
    await access.update({ [`support.${operator.uid}`]: new Date(Date.now() + 60_000) });
    expect(await dismiss()).toEqual({ uid: operator.uid });
    expect(await dismiss()).toEqual({ uid: operator.uid });
    expect(await endsToldIn(harbour)).toHaveLength(1);
    expect([await insideOf(harbour), await insideOf(mill)]).toEqual([[colleague.uid], [colleague.uid]]);
    expect((await storedClaims(operator.uid)).operator).toBeUndefined();
    expect(await toldOfByPlatform()).toEqual(['operator.added', 'operator.removed']);
  });

  test('is found by the address of the register when they sign in with another one, or no more', async () => {
    const { email } = operator;
    await authentication().deleteUser(operator.uid);
    expect(await dismiss(email)).toEqual({ uid: operator.uid });
    for (const tenant of tenants) expect(await insideOf(tenant)).toEqual([colleague.uid]);
  });

  test('is somebody who was one: of anybody else it is said that they are none, and nothing of theirs changes', async () => {
    const [{ owner }] = tenants as [Tenant];
    const before = await storedClaims(owner.uid);
    await expect(dismiss(owner.email)).rejects.toMatchObject({ details: { reason: 'missing' } });
    await expect(dismiss('nobody-at-all@example.com')).rejects.toMatchObject({ details: { reason: 'missing' } });
    expect(await storedClaims(owner.uid)).toEqual(before);
    expect(await readDocument(paths.operator(operator.uid))).toBeDefined();
  });
});

test('the command dismisses by --email, and says what it takes', async () => {
  const command = adminTasks['operator:remove'];
  expect(await command?.(['--email', operator.email])).toBe(
    `${operator.email} is no operator any more (${operator.uid}), and no visit of theirs to a business goes on.`,
  );
  expect(await readDocument(paths.operator(operator.uid))).toBeUndefined();
  await expect(command?.([operator.email])).rejects.toThrow('This takes: --email <e-mail>.');
});
