import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { beforeAll, expect, test } from 'vitest';
import { adminTasks } from '../../../functions/src/admin-tasks.ts';
import { claims } from '../../../functions/src/doctor/platform/claims.ts';
import { authentication, database } from '../../support/database.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { examined, lookAt, whileChanged } from './patient.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
});

/** What the doctor says while the owner's next token would hold other claims, and once they were set right by hand. */
async function whileClaiming(change: (claims: Record<string, unknown>) => object | null) {
  const { uid } = shop.owner;
  const { customClaims = {} } = await authentication().getUser(uid);
  await authentication().setCustomUserClaims(uid, change(customClaims));
  const said = await saidOfPeople();
  await adminTasks['claims:refresh']?.(['--uid', uid]);
  expect((await examined(shop.tenantId)).said).toEqual([]);
  return said;
}

/** What the doctor says, once nobody's claims are being written: the triggers behind what was done before may still be at it. */
async function saidOfPeople(): Promise<string[]> {
  let said: string[] = [];
  await expect.poll(async () => (said = (await examined(shop.tenantId)).said)).not.toEqual([]);
  return said;
}

test('claims other than the memberships give are found, and the command that is named sets them right', async () => {
  const { tenantId, owner } = shop;
  const { uid } = owner;
  const refresh = `npm run claims:refresh -- --uid ${uid}`;
  expect((await examined(tenantId)).said).toEqual([]);
  expect(await whileClaiming(() => ({ tenants: { [tenantId]: ['admin', 1] } }))).toEqual([
    `claims: claim ${tenantId} of ${uid} is ["admin",1] and should be ["owner",1]. ${refresh}`,
  ]);
  expect(await whileClaiming(() => null)).toEqual([
    `claims: claim ${tenantId} of ${uid} is absent and should be ["owner",1]. ${refresh}`,
  ]);
  expect(await whileClaiming((present) => ({ ...present, operator: true }))).toEqual([
    `claims: claim operator of ${uid} is true and should be absent. ${refresh}`,
  ]);
});

test('a claim that nobody of ours writes is found', async () => {
  const { uid } = shop.owner;
  const { customClaims = {} } = await authentication().getUser(uid);
  await authentication().setCustomUserClaims(uid, { ...customClaims, plan: 'pro' });
  expect(await saidOfPeople()).toEqual([
    `claims: claim plan of ${uid} is pro and should be absent. Nothing of ours writes or reads it: take it away by hand, with setCustomUserClaims.`,
  ]);
  await authentication().setCustomUserClaims(uid, customClaims);
});

test('a mark that nobody took away is found once a sweep should have; a younger one keeps the person from being judged', async () => {
  const { tenantId, owner } = shop;
  // Without the field that sweeps ask for: those of other tests find nothing here.
  const marked = (minutes: number) => {
    const at = Timestamp.fromMillis(Date.now() - minutes * 60_000);
    return () => ({ marks: { dead: { at, tenants: [tenantId] } } });
  };
  const record = `/${paths.userClaims(owner.uid)}`;
  expect((await whileChanged(tenantId, record, marked(5))).said).toEqual([
    `claims: marks of ${owner.uid} is 1 of writers that died and should be none. npm run schedule -- sweepClaims`,
  ]);
  expect((await whileChanged(tenantId, record, marked(3))).said).toEqual([]);

  const mark = (minutes: number) => database().doc(paths.userClaims(owner.uid)).set(marked(minutes)());
  const judged = async () =>
    (await whileChanged(tenantId, `members/${owner.uid}`, (member) => ({ ...member, version: 0 }))).said;
  const { customClaims = {} } = await authentication().getUser(owner.uid);
  const claiming = async () => {
    await authentication().setCustomUserClaims(owner.uid, null);
    const { said } = await examined(tenantId);
    await authentication().setCustomUserClaims(owner.uid, customClaims);
    return said;
  };
  await mark(3);
  expect([await judged(), await claiming()]).toEqual([[], []]);
  await mark(5);
  expect(await judged()).toEqual(expect.arrayContaining([expect.stringContaining('should be owner at version 0')]));
  expect(await claiming()).toEqual(expect.arrayContaining([expect.stringContaining('is absent and should be')]));
  await database().doc(paths.userClaims(owner.uid)).delete();
});

test('a business in somebody’s list of which they are no member is found', async () => {
  const { tenantId } = shop;
  const { uid } = await shop.customer();
  const { customClaims = {} } = await authentication().getUser(uid);
  const look = () => lookAt(claims, { id: uid, claims: customClaims });
  expect(await look()).toEqual([]);
  await database()
    .doc(inTenant(tenantId, tenantPaths.member(uid)))
    .delete();
  // The triggers behind the joining may still be at it, and nobody is judged meanwhile.
  await expect.poll(look).toEqual([`users/${uid}/memberships/${tenantId} is there`]);
  await database().doc(paths.membership(uid, tenantId)).delete();
  await expect.poll(look).toEqual([]);
});

test('the command that brings claims in step says what it takes', async () => {
  await expect(adminTasks['claims:refresh']?.([])).rejects.toThrow('This takes: --uid <uid>');
});
