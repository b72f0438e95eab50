import { expect, test, vi } from 'vitest';

type Module = typeof import('../../../functions/src/platform/operations/rate-limit.ts');

/** One instance of the function: its buckets are its own. */
async function instance(): Promise<Module['countCall']> {
  vi.resetModules();
  return (await import('../../../functions/src/platform/operations/rate-limit.ts')).countCall;
}

const minute = 60_000;
const start = Math.floor(Date.now() / minute) * minute;

async function passed(count: () => Promise<void>, calls: number): Promise<number> {
  let passing = 0;
  for (let call = 0; call < calls; call += 1) {
    passing += await count().then(
      () => 1,
      () => 0,
    );
  }
  return passing;
}

test('a person may call so often in a minute, is told when to come back, and may call again then', async () => {
  const countCall = await instance();
  const key = `single-${start}`;
  expect(await passed(() => countCall(key, start + 15_000, 8), 8)).toBe(8);
  await expect(countCall(key, start + 15_000, 8)).rejects.toMatchObject({
    code: 'resource-exhausted',
    details: { reason: 'rate', retryAfterSeconds: 45 },
  });
  await expect(countCall(`other-${start}`, start + 15_000, 8)).resolves.toBeUndefined();
  await expect(countCall(key, start + minute, 8)).resolves.toBeUndefined();
});

test('calls that are spread over instances are counted together, to a quarter of the limit each', async () => {
  const key = `spread-${start}`;
  const instances = [await instance(), await instance(), await instance()];
  let passing = 0;
  for (let round = 0; round < 20; round += 1) {
    for (const countCall of instances) passing += await passed(() => countCall(key, start, 20), 1);
  }
  expect(passing).toBeGreaterThanOrEqual(20);
  expect(passing).toBeLessThanOrEqual(20 + 3 * 5);
});
