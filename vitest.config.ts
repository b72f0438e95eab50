import { configDefaults, defineConfig } from 'vitest/config';
import { FewTenantsFirst } from './scripts/testing/few-tenants-first.ts';

const minute = 60_000;
/** Compares how long calls take: it runs alone, in `npm run prove`. */
const timing = 'tests/functions/operations/timing.test.ts';

/**
 * `unit` needs nothing but Node; the others run inside a stack (`npm run with-stack -- npx vitest run --project rules`).
 * The Functions emulator starts a Node process for each request that it serves at the same time, and a browser takes a
 * core by itself: hence few workers there.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: FewTenantsFirst },
    projects: [
      {
        test: {
          name: 'unit',
          // Loading the same modules anew for each file takes five times as long as the tests; what one changes it puts back.
          pool: 'threads',
          isolate: false,
          sequence: { groupOrder: 0 },
          include: [
            'model/src/**/*.test.ts',
            'functions/src/**/*.test.{ts,tsx}',
            'web/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'rules',
          sequence: { groupOrder: 1 },
          include: ['tests/rules/**/*.test.ts'],
          maxWorkers: 2,
          // Thousands of requests each, beside the functions' tests: what is waited for is an answer, not its speed.
          testTimeout: 3 * minute,
          hookTimeout: 3 * minute,
        },
      },
      {
        test: {
          name: 'functions',
          sequence: { groupOrder: 2 },
          include: ['tests/functions/**/*.test.ts'],
          exclude: [...configDefaults.exclude, timing],
          maxWorkers: 2,
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
        },
      },
      { test: { name: 'timing', sequence: { groupOrder: 3 }, include: [timing], hookTimeout: 2 * minute } },
      {
        test: {
          name: 'e2e',
          sequence: { groupOrder: 4 },
          include: ['tests/e2e/**/*.test.ts'],
          // A page waits for the emulators a third of its time: a third file fills the two cores.
          maxWorkers: 3,
          testTimeout: 3 * minute,
          hookTimeout: 3 * minute,
          // As long as a locator waits: pages are live, but no second is promised.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
