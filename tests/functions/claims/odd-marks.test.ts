import { Timestamp } from 'firebase-admin/firestore';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { markLifetimeMilliseconds, sweepClaims } from '../../../functions/src/platform/claims/sweep-claims.ts';
import { writersDone } from '../../../functions/src/platform/claims/writers-done.ts';
import { bareTenants, putMember } from '../../support/claims/memberships.ts';
import { authentication, database, readDocument, storedClaims } from '../../support/database.ts';
import { newPerson } from '../../support/people.ts';

const longAgo = Timestamp.fromDate(new Date('2020-01-01'));
const recordOf = (uid: string) => database().doc(`users/${uid}/system/claims`);

const oddMarks = {
  'is none': 'not a mark',
  'is null': null,
  'says no time': { tenants: [] },
  'says another time': { at: '2020-01-01', tenants: [] },
  'names no tenants': { at: longAgo },
  'names what is no tenant': { at: longAgo, tenants: ['nope/../x', 5] },
};

test.each(Object.entries(oddMarks))(
  'a mark that %s goes with the next sweep, and the person is healed',
  async (_, odd) => {
    const [{ uid }, [tenantId = '']] = await Promise.all([newPerson(), bareTenants(1)]);
    await putMember(tenantId, uid, 'member', 1);
    const living = { at: Timestamp.fromMillis(Date.now() + 3_600_000), tenants: [tenantId] };
    await recordOf(uid).set({ marks: { odd, dead: { ...living, at: longAgo }, living }, markedAt: longAgo });
    await authentication().setCustomUserClaims(uid, null);

    await sweepClaims(new Date());
    expect(await storedClaims(uid)).toEqual({ tenants: { [tenantId]: ['member', 1] } });
    const marks = async () => (await readDocument(recordOf(uid).path))?.marks;
    await expect.poll(marks).toEqual({ living });
    await recordOf(uid).update({ marks: {} });
    await sweepClaims(new Date(Date.now() + markLifetimeMilliseconds + 1_000));
    expect(await readDocument(recordOf(uid).path)).not.toHaveProperty('markedAt');
  },
);

test('a record with no marks where marks should be goes off the sweep’s list', async () => {
  for (const marks of [null, 'none', ['none'], 5]) {
    const { uid } = await newPerson();
    await recordOf(uid).set({ marks, markedAt: longAgo });
    await sweepClaims(new Date());
    await sweepClaims(new Date(Date.now() + markLifetimeMilliseconds + 1_000));
    expect(await readDocument(recordOf(uid).path)).not.toHaveProperty('markedAt');
  }
});

test('a record that lies elsewhere is nobody’s', async () => {
  const { uid } = await newPerson();
  const elsewhere = database().doc(`users/${randomUUID()}/lost/${uid}/system/claims`);
  await elsewhere.set({ marks: { dead: { at: longAgo, tenants: [] } }, markedAt: longAgo });
  await sweepClaims(new Date());
  expect(await readDocument(recordOf(uid).path)).toBeUndefined();
  await elsewhere.delete();
});

test('nobody waits for the writer of a mark that says no time', async () => {
  const { uid } = await newPerson();
  await recordOf(uid).set({ marks: oddMarks });
  await writersDone(uid);
  await recordOf(uid).delete();
});
