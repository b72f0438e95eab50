import { randomBytes } from 'node:crypto';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { database, readDocument } from '../../support/database.ts';
import { newPerson } from '../../support/people.ts';

const minute = 60_000;

/** A person who has just opened a business, and when it was last written down that they turned to it. */
async function founder() {
  const person = await newPerson('founder');
  const slug = `shop-${randomBytes(6).toString('hex')}`;
  const { tenantId } = await person.call('createTenant', { name: 'Shop', slug, currency: 'EUR' });
  const withoutClaim = person.withOldToken();
  await person.refresh();
  const member = inTenant(tenantId, tenantPaths.member(person.uid));
  const membership = paths.membership(person.uid, tenantId);
  const writtenAt = async () => {
    const [forClaims, forTeam] = await Promise.all([readDocument(membership), readDocument(member)]);
    return { forClaims: millis(forClaims?.['lastActiveAt']), forTeam: millis(forTeam?.['lastSeenAt']) };
  };
  return { person, withoutClaim, tenantId, member, membership, writtenAt };
}

const millis = (value: unknown): number => (value instanceof Timestamp ? value.toMillis() : Number.NaN);

test('turning to a business again, with a token that says what it should, writes nothing', async () => {
  const { person, withoutClaim, tenantId, writtenAt } = await founder();
  const before = await writtenAt();
  const answer = await person.call('activateTenant', { tenantId });
  expect(answer).toMatchObject({ role: 'owner', version: 1 });
  expect(person.claims['tenants']).toEqual({ [tenantId]: [answer.role, answer.version] });
  expect(await writtenAt()).toEqual(before);
  // The control: the same call with a token from before the claim brings it among the latest.
  expect(await withoutClaim.call('activateTenant', { tenantId })).toEqual(answer);
  const after = await writtenAt();
  expect(after.forClaims).toBeGreaterThan(before.forClaims);
  expect(after.forTeam).toBe(before.forTeam);
});

test('turning to it after a while is written down, for the claims and for the team', async () => {
  const { person, tenantId, member, membership, writtenAt } = await founder();
  const seen = async (minutesAgo: number) => {
    const at = Timestamp.fromMillis(Date.now() - minutesAgo * minute);
    await Promise.all([
      database().doc(member).update({ lastSeenAt: at }),
      database().doc(membership).update({ lastActiveAt: at }),
    ]);
    const before = await writtenAt();
    await person.call('activateTenant', { tenantId });
    const after = await writtenAt();
    return [after.forClaims > before.forClaims, after.forTeam > before.forTeam];
  };
  expect(await seen(4)).toEqual([false, false]);
  expect(await seen(6)).toEqual([true, true]);
});

test('a role that changed since the token was made is told with its version', async () => {
  const { person, tenantId, member } = await founder();
  await database().doc(member).update({ role: 'admin', version: 2 });
  expect(await person.call('activateTenant', { tenantId })).toMatchObject({ role: 'admin', version: 2 });
  await person.refresh();
  expect(person.claims['tenants']).toEqual({ [tenantId]: ['admin', 2] });
});

test('a business that is missing in the person’s list, or stands there with another role, is put right', async () => {
  const { person, tenantId, membership } = await founder();
  const listed = async () => (await readDocument(membership))?.['role'];
  await database().doc(membership).delete();
  await person.call('activateTenant', { tenantId });
  expect(await listed()).toBe('owner');
  await database().doc(membership).update({ role: 'viewer' });
  await person.call('activateTenant', { tenantId });
  expect(await listed()).toBe('owner');
});
