import { claimsByteLimit } from '@tenantry/model/claims';
import { describe, expect, test } from 'vitest';
import { claimsAgree } from '../../../functions/src/platform/claims/agreement.ts';
import { beginClaimsChange, refreshClaims } from '../../../functions/src/platform/claims/change-claims.ts';
import { bareTenants, changeRole, putMember, readAccess, removePerson } from '../../support/claims/memberships.ts';
import { database, readDocument, storedClaims } from '../../support/database.ts';
import { newPerson } from '../../support/people.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

async function inBatches<T>(items: readonly T[], size: number, work: (item: T) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < items.length; start += size)
    await Promise.all(items.slice(start, start + size).map(work));
}

describe('a person with 200 businesses', () => {
  test('has claims that fit, of the latest; turning to another one brings it in and lets the oldest out', async () => {
    const person = await newPerson('busy');
    const tenants = await bareTenants(200);
    await inBatches(tenants, 50, (tenantId) => putMember(tenantId, person.uid));
    await inBatches(tenants, 20, (tenantId) => refreshProjection(person.uid, tenantId));
    await refreshClaims(person.uid, []);

    const before = await storedClaims(person.uid);
    expect(bytes(before)).toBeLessThanOrEqual(claimsByteLimit);
    expect(Object.keys(before.tenants).length).toBeGreaterThan(30);
    expect(await claimsAgree(person.uid)).toBe(true);

    const outside = tenants.find((tenantId) => !Object.hasOwn(before.tenants, tenantId)) ?? '';
    await person.refresh();
    expect(await person.call('activateTenant', { tenantId: outside })).toMatchObject({
      role: 'member',
      status: 'active',
    });
    const after = await storedClaims(person.uid);
    expect(after.tenants[outside]).toEqual(['member', 1]);
    expect(bytes(after)).toBeLessThanOrEqual(claimsByteLimit);
    const leftOut = Object.keys(before.tenants).filter((tenantId) => !Object.hasOwn(after.tenants, tenantId));
    expect(leftOut).toHaveLength(1);
    expect(await claimsAgree(person.uid)).toBe(true);
  });

  /** Each was joined at a time of its own, as in life. */
  async function refreshProjection(uid: string, tenantId: string): Promise<void> {
    await (await beginClaimsChange(uid, { tenantId, active: true })).finish();
  }
});

test('50 changes of one person at once end with claims equal to the database', async () => {
  const person = await newPerson('torn');
  const tenants = await bareTenants(25);
  await inBatches(tenants, 25, (tenantId) => putMember(tenantId, person.uid));
  await Promise.all([
    ...tenants.map(async (tenantId) => (await beginClaimsChange(person.uid, { tenantId, active: true })).finish()),
    ...tenants.map((tenantId, index) =>
      index % 2 === 0 ? changeRole(tenantId, person.uid, 'viewer') : removePerson(tenantId, person.uid),
    ),
  ]);

  const claims = await storedClaims(person.uid);
  const expected = Object.fromEntries(
    tenants.filter((_, index) => index % 2 === 0).map((tenantId) => [tenantId, ['viewer', 2]]),
  );
  expect(claims.tenants).toEqual(expected);
  expect(await claimsAgree(person.uid)).toBe(true);
  await expect.poll(async () => (await readDocument(`users/${person.uid}/system/claims`))?.marks).toEqual({});
});

test('150 removals roll the fence into the floor, and lock nobody out', async () => {
  const [tenantId = ''] = await bareTenants(1);
  const stays = await newPerson('stays');
  await putMember(tenantId, stays.uid, 'viewer', 1);
  await refreshClaims(stays.uid, [tenantId]);
  await stays.refresh();
  const leavers = Array.from({ length: 150 }, (_, index) => `leaver-${index}`);
  await inBatches(leavers, 50, (uid) => putMember(tenantId, uid));
  await inBatches(leavers, 5, (uid) => removePerson(tenantId, uid));

  const access = await readAccess(tenantId);
  expect(access.seq).toBe(151);
  expect(Object.keys(access.fence).length).toBeLessThanOrEqual(100);
  expect(access.floor).toBeGreaterThan(1);
  expect((await database().collection(`tenants/${tenantId}/members`).get()).size).toBe(1);

  // The one who stays has a version below the floor; coming by renews it.
  expect(stays.claims.tenants).toEqual({ [tenantId]: ['viewer', 1] });
  expect(await stays.call('activateTenant', { tenantId })).toMatchObject({ role: 'viewer', status: 'active' });
  expect((await stays.refresh()).claims.tenants).toEqual({ [tenantId]: ['viewer', access.seq] });
});
