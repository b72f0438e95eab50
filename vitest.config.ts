import { configDefaults, defineConfig } from 'vitest/config';
import { FileOrder } from './scripts/testing/file-order.ts';

const minute = 60_000;
/** Compares how long calls take: it runs alone, in `npm run prove`. */
const timing = 'tests/functions/operations/timing.test.ts';
/** What only `npm run prove` runs beside: it measures, or shows that the tests bite, and takes long. */
const proof = [
  'tests/functions/revocation/{revocation,returning,support-door}.test.ts',
  'tests/rules/oracle/bites.test.ts',
  'tests/rules/mutants/{weak-suite,worlds}.test.ts',
];
/** What happens by and by is waited for as long as a locator waits: no second is promised. */
const expect = { poll: { timeout: 20_000 } };
/**
 * Run a schedule over everybody for a time to come, and so take from under other tests what they look at or rely on: the
 * fences of tenants, and the marks of people whose membership is being changed.
 */
const ahead = 'tests/functions/claims/{prune-fences,killed-writers,odd-marks}.test.ts';
/** Puts something in a module's place, which whoever shares the worker's modules has loaded before. */
const replacing = 'tests/functions/wrapper/rate-limit-turn.test.ts';
/** Moves the clock of the Stripe that all share by months, and puts it back. */
const dunning = 'tests/functions/billing/dunning.test.ts';
/** The people whom their files share are other people in each file. */
const operations = 'tests/functions/operations/**/*.test.ts';
/** Loads the functions' modules upon others than theirs, each history in a database of its own. */
const histories = 'tests/functions/simulation/histories.test.ts';
/** What a page leaves behind, looked for in its heap: a minute or two of its own. */
const forgetting = 'tests/e2e/forgetting.test.ts';
/** Closes each test's windows, and fails it for what they reported. */
const windows = 'tests/support/web/watch-windows.ts';
const onlyInProof = [...configDefaults.exclude, timing, ...proof];

/**
 * `unit` needs nothing but Node; the others run inside a stack (`npm run with-stack -- npx vitest run --project rules`).
 * The Functions emulator starts a Node process for each request that it serves at the same time, and a browser takes a
 * core by itself: hence few workers there.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: FileOrder },
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
            'web/{src,vite}/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'tests/support/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      // Needs nothing but Node: the functions' handlers run upon a database and a Stripe in the same process.
      {
        test: {
          name: 'simulation',
          sequence: { groupOrder: 0 },
          include: ['tests/simulation/**/*.test.ts'],
          testTimeout: 15 * minute,
        },
      },
      {
        test: {
          name: 'rules',
          sequence: { groupOrder: 1 },
          include: ['tests/rules/**/*.test.ts'],
          exclude: onlyInProof,
          isolate: false,
          // The emulator does the work, and the functions' tests want the other core.
          maxWorkers: 1,
          // Thousands of requests each, beside the functions' tests: what is waited for is an answer, not its speed.
          testTimeout: 3 * minute,
          hookTimeout: 3 * minute,
        },
      },
      // Before the other functions' tests, and beside none.
      {
        test: {
          name: 'functions:alone',
          sequence: { groupOrder: 2 },
          include: [ahead, replacing, dunning],
          maxWorkers: 1,
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
          expect,
        },
      },
      {
        test: {
          name: 'functions',
          sequence: { groupOrder: 3 },
          include: ['tests/functions/**/*.test.ts'],
          exclude: [...onlyInProof, ahead, replacing, dunning, operations, histories],
          // What a file changes in a module it puts back, and to load them anew for each takes more than most of the tests.
          isolate: false,
          maxWorkers: 2,
          // Four calls at once of two files fill the two cores; more of them wait for one another.
          maxConcurrency: 4,
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
          expect,
        },
      },
      // After all others: each query goes through every document that was ever there, and these leave more than all of them.
      {
        test: {
          name: 'operations',
          sequence: { groupOrder: 4 },
          include: [operations, histories],
          exclude: onlyInProof,
          maxWorkers: 2,
          maxConcurrency: 4,
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
          expect,
        },
      },
      {
        test: {
          name: 'proof',
          sequence: { groupOrder: 5 },
          include: proof,
          maxWorkers: 2,
          testTimeout: 3 * minute,
          hookTimeout: 3 * minute,
          expect,
        },
      },
      {
        test: {
          name: 'forgetting',
          sequence: { groupOrder: 8 },
          include: [forgetting],
          setupFiles: [windows],
          testTimeout: 3 * minute,
          hookTimeout: 3 * minute,
          expect,
        },
      },
      { test: { name: 'timing', sequence: { groupOrder: 6 }, include: [timing], hookTimeout: 2 * minute } },
      {
        test: {
          name: 'e2e',
          sequence: { groupOrder: 7 },
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [...configDefaults.exclude, forgetting],
          isolate: false,
          setupFiles: [windows],
          // A page waits for the emulators a third of its time: a third file fills the two cores.
          maxWorkers: 3,
          testTimeout: 3 * minute,
          hookTimeout: 3 * minute,
          expect,
        },
      },
    ],
  },
});
