import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);

test('firebase-tools still has the methods that are replaced to serve many requests in one process', () => {
  const { RuntimeWorkerPool, RuntimeWorker } =
    require('firebase-tools/lib/emulator/functionsRuntimeWorker.js') as Record<
      string,
      { prototype: Record<string, unknown> }
    >;
  const pool = Object.getOwnPropertyNames(RuntimeWorkerPool?.prototype);
  expect(pool).toEqual(
    expect.arrayContaining([
      'getIdleWorker',
      'readyForWork',
      'cleanUpWorkers',
      'getTriggerWorkers',
      'setTriggerWorkers',
    ]),
  );
  expect(Object.getOwnPropertyNames(RuntimeWorker?.prototype)).toContain('request');
});
