import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { beforeAll, describe, expect, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { callFunction } from '../../support/call-function.ts';
import { authentication, database, readDocument, storedClaims } from '../../support/database.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import { auditOf, hire, roleOf, setAccess } from '../../support/staff.ts';

const reason = 'Unpaid for three months';

let operator: Person;

beforeAll(async () => {
  operator = await newOperator();
});

async function newOperator(): Promise<Person> {
  const person = await newPerson('operator');
  await addOperator(person.email);
  return person.refresh();
}

describe('an operator', () => {
  test('is made by the script, in register and claims, and repeating it changes nothing', async () => {
    const person = await newPerson('operator');
    await addOperator(person.email.toUpperCase());
    const register = await readDocument(paths.operator(person.uid));
    expect(register).toMatchObject({ email: person.email });
    expect((await storedClaims(person.uid)).operator).toBe(true);
    await addOperator(person.email);
    expect(await readDocument(paths.operator(person.uid))).toEqual(register);
    const entries = await database().collection('platformAudit').where('target', '==', person.uid).get();
    expect(entries.docs.map((entry) => entry.get('action') as string)).toEqual(['operator.added']);
  });

  test('is nobody who has not signed in, or whose address is not confirmed', async () => {
    await expect(addOperator('nobody-at-all@example.com')).rejects.toMatchObject({ details: { reason: 'missing' } });
    const unverified = await newPerson('operator', { verified: false });
    await expect(addOperator(unverified.email)).rejects.toMatchObject({ details: { reason: 'email-unverified' } });
    expect(await readDocument(paths.operator(unverified.uid))).toBeUndefined();
    expect((await storedClaims(unverified.uid)).operator).toBeUndefined();
  });
});

describe('the operator callable', () => {
  test('denies in the same bytes who has no claim, who is not in the register, and what does not exist', async () => {
    const { owner, tenantId } = await newTenant();
    const claimOnly = await newPerson('claim-only');
    await authentication().setCustomUserClaims(claimOnly.uid, { tenants: {}, operator: true });
    await claimOnly.refresh();
    const registerOnly = await newPerson('register-only');
    const dismissed = await newOperator();
    await database().doc(paths.operator(dismissed.uid)).delete();
    const answers = [];
    for (const person of [owner, claimOnly, registerOnly, dismissed]) {
      answers.push(await person.tryOperator('listTenants', {}));
      answers.push(await person.tryOperator('setTenantStatus', { tenantId, status: 'suspended', reason }));
      answers.push(await callFunction('operator/setTenantStatus', { nonsense: true }, person.token));
    }
    answers.push(await callFunction('operator/noSuchOperation', {}, owner.token));
    const texts = answers.map((answer) => (answer.ok ? 'done' : `${answer.status} ${answer.text}`));
    expect([...new Set(texts)]).toEqual([expect.stringMatching(/^403 .*"reason":"denied"/)]);
    expect((await readDocument(inTenant(tenantId, tenantPaths.access())))?.status).toBe('active');
    expect(await callFunction('operator/listTenants', {})).toMatchObject({ code: 'unauthenticated' });
    await operator.callOperator('listTenants', {});
  });

  test('refuses an operator whose sign-in was ended', async () => {
    const person = await newOperator();
    await person.callOperator('listTenants', {});
    // Ends are kept in whole seconds: a token of the same second still counts.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await authentication().revokeRefreshTokens(person.uid);
    expect(await person.tryOperator('listTenants', {})).toMatchObject({ details: { reason: 'sign-in' } });
  });

  test('names what is wrong with an input, and an operation that does not exist', async () => {
    const { tenantId } = await newTenant();
    for (const input of [
      { tenantId, status: 'deleting', reason },
      { tenantId, status: 'active', reason: '' },
      { tenantId, status: 'active' },
      { tenantId: 'no', status: 'active', reason },
      { tenantId, status: 'active', reason, extra: 1 },
    ]) {
      expect(await callFunction('operator/setTenantStatus', input, operator.token)).toMatchObject({
        code: 'invalid-argument',
      });
    }
    expect(await callFunction('operator/listTenants', { cursor: 'nonsense' }, operator.token)).toMatchObject({
      code: 'invalid-argument',
      details: { issues: [{ path: 'cursor' }] },
    });
    expect(await callFunction('operator/noSuchOperation', {}, operator.token)).toMatchObject({ code: 'not-found' });
    expect(await callFunction('operator/removeMember', { tenantId, uid: 'a' }, operator.token)).toMatchObject({
      code: 'not-found',
    });
  });

  test('is not reached through api, and gives no right there', async () => {
    const { tenantId } = await newTenant();
    expect(await operator.tryAnything('listTenants', {})).toMatchObject({ code: 'not-found' });
    expect(await operator.tryAnything('removeMember', { tenantId, uid: operator.uid })).toMatchObject({
      code: 'permission-denied',
    });
  });
});

describe('setting a status', () => {
  test('suspends at the next operation and the next read, and lifts again', async () => {
    const { owner, tenantId } = await newTenant();
    const profile = inTenant(tenantId, tenantPaths.profile());
    expect(await readAs(owner, profile)).toBe(200);
    expect(await operator.callOperator('setTenantStatus', { tenantId, status: 'suspended', reason })).toEqual({
      status: 'suspended',
    });
    expect(await readAs(owner, profile)).toBe(403);
    expect(await owner.try('updateTenant', { tenantId, name: 'New' })).toMatchObject({
      code: 'failed-precondition',
      details: { reason: 'state', status: 'suspended' },
    });
    expect(await owner.call('activateTenant', { tenantId })).toMatchObject({ role: 'owner', status: 'suspended' });
    await operator.callOperator('setTenantStatus', { tenantId, status: 'readonly', reason });
    expect(await readAs(owner, profile)).toBe(200);
    expect(await owner.try('updateTenant', { tenantId, name: 'New' })).toMatchObject({
      details: { status: 'readonly' },
    });
    await operator.callOperator('setTenantStatus', { tenantId, status: 'active', reason });
    await owner.call('updateTenant', { tenantId, name: 'New' });
  });

  test('moves the operator’s hold alone: what others hold stays', async () => {
    const { tenantId } = await newTenant();
    const holds = { operator: 'active', billing: 'readonly', deletion: 'deleting' };
    await setAccess(tenantId, { holds, status: 'deleting' });
    const set = (status: 'active' | 'suspended') =>
      operator.callOperator('setTenantStatus', { tenantId, status, reason });
    expect(await set('suspended')).toEqual({ status: 'deleting' });
    expect(await set('active')).toEqual({ status: 'deleting' });
    expect(await readDocument(inTenant(tenantId, tenantPaths.access()))).toMatchObject({ holds, status: 'deleting' });
    await setAccess(tenantId, { holds: { ...holds, deletion: 'active' } });
    expect(await set('suspended')).toEqual({ status: 'suspended' });
    expect(await set('active')).toEqual({ status: 'readonly' });
  });

  test('is told in the tenant’s audit log and in the platform’s', async () => {
    const { tenantId } = await newTenant();
    await operator.callOperator('setTenantStatus', { tenantId, status: 'readonly', reason });
    const told = { actor: operator.uid, action: 'tenant.status-set', target: tenantId };
    const details = { before: 'active', after: 'readonly', status: 'readonly', reason };
    expect((await auditOf(tenantId)).at(-1)).toMatchObject({ ...told, details });
    const entries = await database().collection('platformAudit').where('target', '==', tenantId).get();
    expect(entries.docs.map((entry) => entry.data())).toEqual([expect.objectContaining({ ...told, details })]);
  });

  test('of a business that does not exist is not found', async () => {
    expect(
      await operator.tryOperator('setTenantStatus', { tenantId: 'aaaaaaaaaa', status: 'suspended', reason }),
    ).toMatchObject({ code: 'not-found', details: { reason: 'missing' } });
  });

  test('while people work: each act is before it or refused', async () => {
    const { owner, tenantId } = await newTenant();
    const target = await hire(owner, tenantId, 'viewer');
    const [acted] = await Promise.all([
      owner.try('setMemberRole', { tenantId, uid: target.uid, role: 'member' }),
      operator.callOperator('setTenantStatus', { tenantId, status: 'suspended', reason }),
    ]);
    expect(await roleOf(tenantId, target)).toBe(acted.ok ? 'member' : 'viewer');
    const actions = (await auditOf(tenantId)).map(({ action }) => action);
    expect(actions.slice(actions.indexOf('tenant.status-set') + 1)).toEqual([]);
  });
});
