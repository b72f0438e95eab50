import { expect, test } from 'vitest';
import { ownerHistories } from '../support/simulation/acts/acts.ts';
import { simulate } from '../support/simulation/simulate.ts';

const { SIMULATION_RUNS = '200', SIMULATION_FRESH_SEED } = process.env;
const runs = Number(SIMULATION_RUNS);
const fresh = Number(SIMULATION_FRESH_SEED ?? Date.now() % 2 ** 31);

test(`in ${runs} histories (seed ${fresh}) Stripe writes to an owner at rest, whoever came, went, opened its pages or died at it`, async () => {
  const { histories, fault } = await simulate({ runs, seed: fresh, of: ownerHistories });
  const again = `SIMULATION_FRESH_SEED=${fresh} SIMULATION_RUNS=${runs} npx vitest run --project simulation tests/simulation/contact.test.ts`;
  expect(fault, `To see it again: ${again}`).toBeUndefined();
  expect(histories).toBe(runs);
});

test('without the task for the team a history is found in which it writes to an outsider', async () => {
  const { fault } = await simulate({ runs: 200, seed: 1, of: ownerHistories, weakness: 'announcement' });
  expect(fault).toMatch(/Stripe writes to \w+@example.com/);
});
