import { expect, test } from 'vitest';
import { simulateUsage } from '../support/simulation/usage/simulate-usage.ts';

const runs = Number(process.env.SIMULATION_RUNS ?? 200);
const seed = Number(process.env.SIMULATION_SEED ?? Date.now() % 2 ** 31);

test(`in ${runs} histories (seed ${seed}) what was done is what ledger, roll-ups and Stripe come to, whatever died or failed`, async () => {
  const { histories, fault } = await simulateUsage({ runs, seed });
  expect(fault).toBeUndefined();
  expect(histories).toBe(runs);
});

/** What is taken out on purpose, and what a history without it comes to. */
const missed = {
  ledger: /Stripe: -?\d+ \w+ and should be/,
  'event id': /the ledger: -?\d+ \w+ and should be/,
  transaction: /(months|days|onItsWay|the roll-ups|what was reported): -?\d+ \w+ and should be/,
} as const;

test.each(Object.entries(missed))('without the %s a history is found that counts wrongly', async (weakness, fault) => {
  const found = await simulateUsage({ runs: 600, seed: 11, weakness: weakness as keyof typeof missed });
  expect(found.fault).toMatch(fault);
});
