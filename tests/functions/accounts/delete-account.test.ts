import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { beforeEach, describe, expect, test } from 'vitest';
import { authentication, database, readDocument } from '../../support/database.ts';
import { callFunction } from '../../support/call-function.ts';
import { forgedToken } from '../../support/operations/forged-token.ts';
import { outcomes } from '../../support/outcomes.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import { auditOf, hire, invite, newCustomer, readInvite, roleOf, seatsOf, setPlan } from '../../support/staff.ts';

let owner: Person;
let tenantId: string;
let slug: string;

beforeEach(async () => {
  ({ owner, tenantId, slug } = await newTenant('Blue Door'));
});

const accountOf = ({ uid }: Person) =>
  authentication()
    .getUser(uid)
    .then(
      () => true,
      () => false,
    );

describe('deleting an account', () => {
  test('leaves every business, takes the profile and the sign-in, and touches nobody else', async () => {
    const person = await hire(owner, tenantId, 'viewer');
    const shop = await newTenant('Shop');
    await person.call('joinAsCustomer', { slug: shop.slug });
    await person.refresh();
    const profile = inTenant(tenantId, tenantPaths.profile());
    expect(await readAs(person, profile)).toBe(200);

    expect(outcomes([await person.try('deleteAccount', {})])).toEqual(['ok']);
    expect(await accountOf(person)).toBe(false);
    expect(await readAs(person, profile)).toBe(403);
    expect([await roleOf(tenantId, person), await roleOf(shop.tenantId, person)]).toEqual([undefined, undefined]);
    expect(await readDocument(paths.user(person.uid))).toBeUndefined();
    expect((await database().collection(paths.memberships(person.uid)).get()).size).toBe(0);
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
    expect((await auditOf(tenantId)).at(-1)).toMatchObject({ action: 'member.left', target: person.uid });
    expect([await accountOf(owner), await roleOf(tenantId, owner)]).toEqual([true, 'owner']);
    expect(outcomes([await person.try('updateProfile', { displayName: 'Ghost' })])).toEqual(['sign-in']);
    expect(await readDocument(paths.user(person.uid))).toBeUndefined();
  });

  test('of the last owner is refused with the name of the business before anything is touched', async () => {
    const shop = await newTenant('Shop');
    await hire(shop.owner, shop.tenantId, 'viewer', owner);
    const answer = await owner.try('deleteAccount', {});
    expect(answer).toMatchObject({ ok: false, code: 'failed-precondition', details: { reason: 'last-owner' } });
    expect(answer.ok ? '' : answer.message).toContain('Blue Door');
    expect([await roleOf(tenantId, owner), await roleOf(shop.tenantId, owner)]).toEqual(['owner', 'viewer']);
    expect(await accountOf(owner)).toBe(true);
    await hire(owner, tenantId, 'owner');
    expect(outcomes([await owner.try('deleteAccount', {})])).toEqual(['ok']);
    expect(await roleOf(tenantId, owner)).toBeUndefined();
  });

  test('takes a sign-in of the last five minutes', async () => {
    const customer = await newCustomer(slug);
    const signedIn = (secondsAgo: number) =>
      forgedToken(customer.uid, { ...customer.claims, auth_time: Math.floor(Date.now() / 1_000) - secondsAgo });
    expect(outcomes([await callFunction('api/deleteAccount', {}, signedIn(310))])).toEqual(['recent-login']);
    expect(await accountOf(customer)).toBe(true);
    expect(outcomes([await callFunction('api/deleteAccount', {}, signedIn(290))])).toEqual(['ok']);
  });

  test('is not an operator’s', async () => {
    const operator = await newPerson('operator');
    await database().doc(paths.operator(operator.uid)).set({ email: operator.email, addedAt: new Date() });
    expect(outcomes([await operator.try('deleteAccount', {})])).toEqual(['state']);
    await database().doc(paths.operator(operator.uid)).delete();
    expect(outcomes([await operator.try('deleteAccount', {})])).toEqual(['ok']);
  });

  test('takes what one invited others to with it, and an invitation that waits for one’s own address', async () => {
    const admin = await hire(owner, tenantId, 'admin');
    const theirs = await invite(admin, tenantId, 'new@example.com', 'viewer');
    const mine = await invite(owner, tenantId, 'other@example.com', 'viewer');
    await admin.call('deleteAccount', {});
    const statuses = await Promise.all([theirs, mine].map(({ inviteId }) => readInvite(tenantId, inviteId)));
    expect(statuses.map(({ status }) => status)).toEqual(['revoked', 'open']);
  });

  test('by two owners at once leaves the business one of them', async () => {
    const second = await hire(owner, tenantId, 'owner');
    const answers = await Promise.all([owner.try('deleteAccount', {}), second.try('deleteAccount', {})]);
    expect(outcomes(answers)).toEqual(['last-owner', 'ok']);
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
    expect(present.owners).toBe(1);
  });

  test('while they found or join a business leaves no business to nobody, and nobody in it who is gone', async () => {
    await setPlan(tenantId, 'business');
    for (let round = 0; round < 3; round += 1) {
      const [founder, guest] = [await hire(owner, tenantId, 'viewer'), await newPerson()];
      const link = await invite(owner, tenantId, guest.email, 'viewer');
      // Authentication counts in seconds: in the one of the sign-in itself nothing can be ended.
      await wait(1_100);
      const own = `own-${randomUUID().slice(0, 8)}`;
      const [founding] = await Promise.all([
        founder.try('createTenant', { name: 'Own', slug: own }),
        founder.try('deleteAccount', {}),
        guest.try('acceptInvite', link),
        guest.try('deleteAccount', {}),
      ]);
      if (!(await accountOf(guest))) {
        expect(await roleOf(tenantId, guest)).toBeUndefined();
        expect(await readDocument(paths.user(guest.uid))).toBeUndefined();
      }
      if (founding.ok) {
        expect([await accountOf(founder), await roleOf(founding.result.tenantId, founder)]).toEqual([true, 'owner']);
        // What is refused changes nothing.
        expect(await roleOf(tenantId, founder)).toBe('viewer');
      }
      const { counted, present } = await seatsOf(tenantId);
      expect(counted).toEqual(present);
    }
  });

  test('asked for again after its answer was lost is done, or says that one is signed out', async () => {
    const customer = await newCustomer(slug);
    const answers = await Promise.all([customer.try('deleteAccount', {}), customer.try('deleteAccount', {})]);
    for (const outcome of outcomes(answers)) expect(['ok', 'sign-in', 'contention']).toContain(outcome);
    expect(await accountOf(customer)).toBe(false);
    expect(outcomes([await customer.try('deleteAccount', {})])).toEqual(['sign-in']);
  });
});
