import { inTenant } from '@tenantry/model/paths';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from '../../support/database.ts';
import type { Person } from '../../support/people.ts';
import type { Aim } from './attempts.ts';
import { acts, type ActName } from './acts.ts';
import { Browser, watchedCount } from './listeners.ts';
import { newAim, newOperator, newPlace, type Place } from './places.ts';

const patience = { timeout: 60_000, interval: 20 };

let operator: Person;
let place: Place;
let aim: Aim;
const browsers: Browser[] = [];

beforeAll(async () => {
  operator = await newOperator();
  place = await newPlace();
  aim = await newAim(place);
});

afterEach(() => Promise.all(browsers.splice(0).map((browser) => browser.close())));

function open(person: Person): Browser {
  const browser = new Browser(person, aim);
  browsers.push(browser);
  browser.listen();
  return browser;
}

/** Writes something that can be told apart into every document and collection that is listened to. */
async function writeEverywhere(secret: string): Promise<void> {
  const tenant = database().doc(inTenant(aim.tenantId, ''));
  const notes = tenant.collection(`orders/${aim.orderId}/notes`);
  await Promise.all([
    tenant.collection('products').doc(aim.productId).update({ name: secret }),
    tenant.collection('orders').doc(aim.orderId).update({ message: secret }),
    tenant.update({ name: secret }),
    tenant.collection('public').doc('profile').update({ orderText: secret }),
    notes.doc(secret).set({ text: secret, authorUid: 'somebody' }),
  ]);
}

const listened = (of: readonly Browser[]) => of.flatMap(({ heard }) => heard);
const knows = (secret: string) => (texts: readonly string[]) => texts.some((text) => text.includes(secret));

async function untilAll(of: readonly Browser[], secret: string): Promise<void> {
  await vi.waitFor(() => {
    const deaf = listened(of).filter(({ texts }) => !knows(secret)(texts));
    expect(deaf.map(({ what, ended }) => [what, ended])).toEqual([]);
  }, patience);
}

describe('open listeners', () => {
  test('fifty of people whose right has ended are told nothing that is written after; a colleague’s are', async () => {
    const ends = ['remove', 'remove', 'demote', 'leave', 'signOut'] as const satisfies readonly ActName[];
    const people: Person[] = [];
    for (const _ of ends) people.push(await place.shop.staff('admin'));
    const theirs = people.map(open);
    const colleague = open(await place.shop.staff('admin'));
    expect(listened(theirs)).toHaveLength(5 * watchedCount);
    expect(listened(theirs).length).toBeGreaterThanOrEqual(50);

    const before = randomUUID();
    await writeEverywhere(before);
    await untilAll([...theirs, colleague], before);

    for (const [index, act] of ends.entries()) {
      await acts[act].revoke({ shop: place.shop, person: people[index] ?? operator, operator });
    }
    const after = randomUUID();
    await writeEverywhere(after);
    await untilAll([colleague], after);
    await vi.waitFor(() => {
      expect(listened(theirs).map(({ ended }) => ended)).toEqual(listened(theirs).map(() => 'permission-denied'));
    }, patience);
    const later = randomUUID();
    await writeEverywhere(later);
    await untilAll([colleague], later);
    const told = listened(theirs).filter(({ texts }) => knows(after)(texts) || knows(later)(texts));
    expect(told.map(({ what }) => what)).toEqual([]);
  });

  test('of everybody in a business that is suspended are told nothing more, and nobody listens anew', async () => {
    const people = [place.shop.owner, await place.shop.staff('admin')];
    const theirs = people.map(open);
    const before = randomUUID();
    await writeEverywhere(before);
    await untilAll(theirs, before);
    await acts.suspend.revoke({ shop: place.shop, person: place.shop.owner, operator });
    const after = randomUUID();
    try {
      await writeEverywhere(after);
      // In a browser of its own: the former one would show what it holds in memory still.
      const anew = people.map(open);
      await vi.waitFor(() => {
        expect(listened([...theirs, ...anew]).filter(({ ended }) => ended !== 'permission-denied')).toEqual([]);
      }, patience);
      await wait(200);
      expect(listened(theirs).filter(({ texts }) => knows(after)(texts))).toEqual([]);
      expect(listened(anew).filter(({ texts }) => texts.length > 0)).toEqual([]);
    } finally {
      await acts.suspend.restore({ shop: place.shop, person: place.shop.owner, operator });
    }
    await untilAll(people.map(open), after);
  });
});
