import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordFigures } from '../../support/figures.ts';
import type { Person } from '../../support/people.ts';
import { type Act, actNames, acts, endsWith } from './acts.ts';
import { type Aim, attemptNames, attempts, calls, underRules } from './attempts.ts';
import { Hammer, lateOnes, windowOf } from '../../support/revocation/hammer.ts';
import { newAim, newOperator, newPlace, type Place } from './places.ts';
import { accessChangedAt, tracesOf } from './traces.ts';

/** How long the tries go on after a right has ended, beyond what shows that it has. */
const seconds = Number(process.env.REVOCATION_SECONDS ?? '0');

/** Somebody whose right does not end, and what they try it on. */
type Control = { readonly person: Person; readonly aim: Aim };

let operator: Person;
let place: Place;
let controls: Readonly<Record<Act['reach'], Control>>;

beforeAll(async () => {
  operator = await newOperator();
  place = await newPlace();
  // Beside a person stands a colleague; beside a business that is shut, another business.
  controls = { person: await newControl(place), business: await newControl(await newPlace()) };
});

async function newControl(at: Place): Promise<Control> {
  return { person: await at.shop.staff('admin'), aim: await newAim(at) };
}

/** Every try over a connection of its own. */
function everyWay(person: Person, aim: Aim) {
  return new Hammer(...attemptNames.map((name) => ({ names: [name], attempt: () => attempts[name](person, aim) })));
}

/** The same tries over two connections. */
function oneByOne({ person, aim }: Control) {
  const lines = [underRules, calls];
  return new Hammer(
    ...lines.map((names) => ({ names, attempt: (name: (typeof names)[number]) => attempts[name](person, aim) })),
  );
}

describe('from the moment that the answer arrives', () => {
  test.each(actNames)('%s leaves nothing that an old token opens', async (actName) => {
    const act: Act = acts[actName];
    const ended = endsWith(act);
    const person = await place.shop.staff(act.role);
    const aim = await newAim(place);
    const scene = { shop: place.shop, person, operator };
    const tries = everyWay(person.withOldToken(), aim);
    const control = oneByOne(controls[act.reach]);
    try {
      await tries.until(1, () => 'done');
      await control.until(1, () => 'done');

      await act.revoke(scene);
      const answered = performance.now();
      const revokedAt = await accessChangedAt(place.shop.tenantId);
      await tries.until(2, (name) => (ended.includes(name) ? 'refused' : 'done'), answered);
      await control.until(1, () => 'done', answered);
      await wait(seconds * 1_000);

      const blows = (await tries.stop()).filter(({ name }) => ended.includes(name));
      recordFigures('revocation', { [actName]: windowOf(blows, answered) });
      expect(lateOnes(blows, answered)).toEqual([]);
      // What was answered late was served early: the database's own clock says so, for what it served and what it keeps.
      expect(blows.filter(({ at = 0 }) => at > revokedAt)).toEqual([]);
      expect((await tracesOf(person, aim)).filter((at) => at > revokedAt)).toEqual([]);
      const told = new Set(
        blows.filter(({ outcome }) => outcome === 'refused').map(({ name, why }) => `${name} ${why}`),
      );
      expect([...told].sort()).toEqual(
        ended.map((name) => `${name} ${(calls as readonly string[]).includes(name) ? act.told : 'denied'}`).sort(),
      );
    } finally {
      await Promise.allSettled([tries.stop(), control.stop()]);
      await act.restore(scene);
    }
  });
});
