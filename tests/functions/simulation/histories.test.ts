import { randomUUID } from 'node:crypto';
import { getFirestore } from 'firebase-admin/firestore';
import { getApp } from 'firebase-admin/app';
import { expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { playEmulated } from '../../support/simulation/emulated/play-emulated.ts';

const seed = Number(process.env.SIMULATION_SEED ?? Date.now() % 2 ** 31);
const runs = 20;

test(`${runs} histories of the simulation (seed ${seed}) come to the same upon the emulators’ database as upon the one in memory`, async () => {
  database();
  const run = randomUUID().slice(0, 8);
  // A database for each: the schedules go through every business that there is.
  const faults = await playEmulated({ runs, seed, atOnce: 4 }, (history) =>
    getFirestore(getApp(), `simulation-${run}-${history}`),
  );
  expect(faults).toEqual([]);
});
