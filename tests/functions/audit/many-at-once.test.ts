import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { outcomes } from '../../support/outcomes.ts';
import { type Answer, callFunction } from '../../support/call-function.ts';
import { database } from '../../support/database.ts';
import { forgedToken } from '../../support/operations/forged-token.ts';
import { member } from '../../support/operations/place.ts';
import { newChain } from './chain.ts';

const people = 20;

test('twenty admins who act at once leave one whole chain, with an entry of each', async () => {
  const chain = await newChain(2);
  const { tenantId } = chain;
  const admins = await newAdmins(tenantId);
  const { entries } = await chain.verify();

  const once = { name: 'Tea', unitAmount: 450, tenantId };
  const unaudited = (round: string) =>
    timed(admins, (token, n) => callFunction('api/createProduct', { ...once, sku: `${round}-${n}` }, token));
  // The emulator starts a process for each request of the first round.
  await unaudited('first');
  const without = await unaudited('second');
  const audited = await timed(admins, (token, n) =>
    callFunction('api/updateTenant', { tenantId, orderText: `As ${n} says` }, token),
  );
  expect(outcomes(without.answers)).toEqual(Array.from({ length: people }, () => 'ok'));
  expect(outcomes(audited.answers)).toEqual(Array.from({ length: people }, () => 'ok'));
  expect(await chain.verify()).toEqual({ entries: entries + people });
  expect(new Set((await chain.readAll()).slice(-people).map(({ actor }) => actor)).size).toBe(people);
  // What the head document costs: beside an act that meets the others at the counters, and writes no entry.
  const times = (audited.milliseconds / without.milliseconds).toFixed(2);
  console.info(
    `${people} at once: ${audited.milliseconds} ms audited, ${without.milliseconds} ms not (${times} times)`,
  );
}, 120_000);

test('a chain is whole to whoever verifies it while it grows', async () => {
  const chain = await newChain(5);
  const growing = chain.grow(25);
  let seen = 0;
  for (let round = 0; round < 10; round += 1) {
    const found = await chain.verify();
    expect(found.firstBad).toBeUndefined();
    expect(found.entries).toBeGreaterThanOrEqual(seen);
    seen = found.entries;
  }
  await growing;
  expect(await chain.verify()).toEqual({ entries: 30 });
}, 120_000);

/** Admins as the database and their tokens know them; how they came in is not the matter here. */
function newAdmins(tenantId: string): Promise<{ uid: string; token: string }[]> {
  return Promise.all(
    Array.from({ length: people }, async () => {
      const uid = randomUUID();
      await database()
        .doc(inTenant(tenantId, tenantPaths.member(uid)))
        .set(member(uid, 'admin', 1));
      return { uid, token: forgedToken(uid, { tenants: { [tenantId]: ['admin', 1] } }) };
    }),
  );
}

/** What comes of everybody's call, all made at once, and how long the last of them took. */
async function timed(
  admins: readonly { token: string }[],
  call: (token: string, n: number) => Promise<Answer<unknown>>,
): Promise<{ answers: Answer<unknown>[]; milliseconds: number }> {
  const started = performance.now();
  const answers = await Promise.all(admins.map(({ token }, n) => call(token, n)));
  return { answers, milliseconds: Math.round(performance.now() - started) };
}
