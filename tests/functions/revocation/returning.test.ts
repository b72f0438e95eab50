import { beforeAll, describe, expect, test } from 'vitest';
import { storedClaims } from '../../support/database.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { hire, invite, newCustomer, roleOf, seatsOf, setAccess } from '../../support/staff.ts';
import { type Aim, attemptNames, attempts } from './attempts.ts';
import { newAim, newPlace, type Place } from './places.ts';

let place: Place;
let aim: Aim;

beforeAll(async () => {
  place = await newPlace();
  aim = await newAim(place);
});

/** What comes of every way in with the token in use, each tried once more while the database is busy. */
async function outcomesOf(person: Person): Promise<string[]> {
  const outcomes = new Set<string>();
  for (const name of attemptNames) {
    let tried = await attempts[name](person, aim);
    while (tried.outcome === 'busy') tried = await attempts[name](person, aim);
    outcomes.add(tried.outcome);
  }
  return [...outcomes];
}

describe('a token from before a removal', () => {
  test('stays dead after the person is invited again and has accepted, while the new one works', async () => {
    const { owner, tenantId } = place.shop;
    const person = await hire(owner, tenantId, 'admin');
    const first = person.withOldToken();
    expect(await outcomesOf(first)).toEqual(['done']);
    await owner.call('removeMember', { tenantId, uid: person.uid });
    // A token that is made between is one without the claim; it must not be the one that works later either.
    const between = (await person.refresh()).withOldToken();
    await hire(owner, tenantId, 'admin', person);
    expect(await outcomesOf(person)).toEqual(['done']);
    expect(await outcomesOf(first)).toEqual(['refused']);
    expect(await outcomesOf(between)).toEqual(['refused']);
  });

  test('stays dead through every next role, and the tokens between with it', async () => {
    const { owner, tenantId } = place.shop;
    const person = await hire(owner, tenantId, 'admin');
    const tokens: Person[] = [];
    for (const role of ['viewer', 'admin', 'owner', 'admin']) {
      tokens.push(person.withOldToken());
      await owner.call('setMemberRole', { tenantId, uid: person.uid, role });
      await person.refresh();
    }
    for (const token of tokens) expect(await outcomesOf(token)).toEqual(['refused']);
    expect(await outcomesOf(person)).toEqual(['done']);
  });

  test('stays dead when the fence was rolled into the floor meanwhile; who was not removed is let through again', async () => {
    const { owner, tenantId } = place.shop;
    const [person, colleague] = [await hire(owner, tenantId, 'admin'), await hire(owner, tenantId, 'admin')];
    const first = person.withOldToken();
    const fence = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`gone-${index}`, 1]));
    await setAccess(tenantId, { fence });
    await owner.call('removeMember', { tenantId, uid: person.uid });
    await hire(await activated(owner, tenantId), tenantId, 'admin', person);
    expect(await outcomesOf(first)).toEqual(['refused']);
    expect(await outcomesOf(person)).toEqual(['done']);
    expect(await outcomesOf(colleague)).toEqual(['refused']);
    expect(await outcomesOf(await activated(colleague, tenantId))).toEqual(['done']);
  });

  test('does not come back by turning to the business, changing one’s profile or accepting the old invitation', async () => {
    const { owner, tenantId } = place.shop;
    const person = await newPerson();
    const link = await invite(owner, tenantId, person.email, 'admin');
    await person.call('acceptInvite', link);
    const first = (await person.refresh()).withOldToken();
    expect(await outcomesOf(first)).toEqual(['done']);
    await owner.call('removeMember', { tenantId, uid: person.uid });
    expect(await first.try('acceptInvite', link)).toMatchObject({ details: { reason: 'invite-used' } });
    expect(await first.try('activateTenant', { tenantId })).toMatchObject({ code: 'permission-denied' });
    await first.call('updateProfile', { displayName: 'Still here' });
    await person.refresh();
    expect((await storedClaims(person.uid)).tenants).toEqual({});
    expect(await outcomesOf(first)).toEqual(['refused']);
    expect(await outcomesOf(person)).toEqual(['refused']);
  });
});

describe('an invitation from before a removal', () => {
  test('brings nobody back in: a customer who is removed needs another one', async () => {
    const { owner, tenantId, slug } = place.shop;
    const [customer, colleague] = [await newCustomer(slug), await newCustomer(slug)];
    const links = [
      await invite(owner, tenantId, customer.email, 'admin'),
      await invite(owner, tenantId, colleague.email, 'admin'),
    ] as const;
    await owner.call('removeMember', { tenantId, uid: customer.uid });
    expect(await customer.try('acceptInvite', links[0])).toMatchObject({ details: { reason: 'invite-revoked' } });
    expect(await roleOf(tenantId, customer)).toBeUndefined();
    expect(await colleague.call('acceptInvite', links[1])).toMatchObject({ role: 'admin' });
    const { counted, present } = await seatsOf(tenantId);
    expect(counted).toEqual(present);
    await hire(owner, tenantId, 'viewer', customer);
    expect(await roleOf(tenantId, customer)).toBe('viewer');
  });
});

/** Turns to the business and takes the token that follows. */
async function activated(person: Person, tenantId: string): Promise<Person> {
  await person.call('activateTenant', { tenantId });
  return person.refresh();
}
