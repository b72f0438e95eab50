import { beforeAll, describe, expect, test } from 'vitest';
import { removePerson } from '../../support/claims/memberships.ts';
import { storedClaims } from '../../support/database.ts';
import { recordFigures } from '../../support/figures.ts';
import { outcomes } from '../../support/outcomes.ts';
import type { Person } from '../../support/people.ts';
import { inParallel } from '../../support/rules/rest.ts';
import { hire, linkOf, newCustomer, roleOf } from '../../support/staff.ts';
import { type Aim, attempts } from './attempts.ts';
import { Hammer, lateOnes, windowOf } from '../../support/revocation/hammer.ts';
import { newAim, newPlace, type Place } from './places.ts';

let place: Place;

beforeAll(async () => {
  place = await newPlace();
});

describe('twenty removals at once', () => {
  test('end each person’s right with their own answer, while all of them read', async () => {
    const { tenantId, slug } = place.shop;
    const aim = await newAim(place);
    const people = await inParallel(Array.from({ length: 20 }), () => newCustomer(slug), 4);
    const tries = new Hammer(...four(people).map((some) => gets(some, aim)));
    const control = new Hammer(gets([await newCustomer(slug, 'stays')], aim));
    try {
      await tries.until(1, () => 'done');
      const answered = new Map<string, number>();
      await Promise.all(
        people.map(async ({ uid }) => {
          await removePerson(tenantId, uid);
          answered.set(uid, performance.now());
        }),
      );
      const all = Math.max(...answered.values());
      await tries.until(1, () => 'refused', all);
      await control.until(1, () => 'done', all);
      const blows = await tries.stop();
      const ofPerson = ({ uid }: Person) => blows.filter(({ name }) => name === uid);
      recordFigures('revocation', {
        removeTwenty: Math.max(...people.map((person) => windowOf(ofPerson(person), answered.get(person.uid) ?? 0))),
      });
      for (const person of people) {
        expect(lateOnes(ofPerson(person), answered.get(person.uid) ?? 0)).toEqual([]);
        expect((await storedClaims(person.uid)).tenants).toEqual({});
      }
    } finally {
      await Promise.allSettled([tries.stop(), control.stop()]);
    }
  });
});

/** People shared out over four connections. */
function four(people: readonly Person[]): Person[][] {
  return [0, 1, 2, 3].map((connection) => people.filter((_, index) => index % 4 === connection));
}

/** One connection over which several people read in turn, each with their own token. */
function gets(people: readonly Person[], aim: Aim) {
  const byUid = new Map(people.map((person) => [person.uid, person]));
  return {
    names: [...byUid.keys()],
    attempt: (uid: string) => attempts.get(byUid.get(uid) ?? unknown(uid), aim),
  };
}

function unknown(uid: string): never {
  throw new Error(`Nobody is ${uid}.`);
}

describe('one person who is removed, invited again and given other roles at once', () => {
  test('ends in a state in which claims and membership agree, and no token from before opens anything', async () => {
    const { owner, tenantId } = place.shop;
    const aim = await newAim(place);
    const person = await hire(owner, tenantId, 'admin');
    for (let round = 0; round < 2; round += 1) {
      const old = person.withOldToken();
      expect(await attempts.get(old, aim)).toMatchObject({ outcome: 'done' });
      const answers = await Promise.all([
        owner.try('removeMember', { tenantId, uid: person.uid }),
        owner.try('setMemberRole', { tenantId, uid: person.uid, role: 'viewer' }),
        owner.try('setMemberRole', { tenantId, uid: person.uid, role: 'member' }),
        comeBack(owner, tenantId, person),
      ]);
      for (const outcome of outcomes(answers)) expect(['ok', 'missing', 'already-member']).toContain(outcome);
      expect((await storedClaims(person.uid)).tenants[tenantId]?.[0]).toBe(await roleOf(tenantId, person));
      for (const name of ['get', 'list', 'update', 'createProduct'] as const) {
        expect([name, await attempts[name](old, aim)]).toMatchObject([name, { outcome: 'refused' }]);
      }
      await backIn(owner, tenantId, person);
      expect(await attempts.get(old, aim)).toMatchObject({ outcome: 'refused' });
      expect(await attempts.get(person, aim)).toMatchObject({ outcome: 'done' });
    }
  });
});

/** Invites somebody, and accepts for them; the invitation is refused while they are in still. */
async function comeBack(owner: Person, tenantId: string, person: Person) {
  const invited = await owner.try('inviteMember', { tenantId, email: person.email, role: 'admin' });
  return invited.ok ? person.try('acceptInvite', await linkOf(tenantId, invited.result.inviteId)) : invited;
}

/** Makes somebody an admin with a fresh token, whatever the race made of them. */
async function backIn(owner: Person, tenantId: string, person: Person): Promise<void> {
  const role = await roleOf(tenantId, person);
  if (role !== undefined) await owner.call('setMemberRole', { tenantId, uid: person.uid, role: 'admin' });
  else await hire(owner, tenantId, 'admin', person);
  await person.refresh();
}
