import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const load = (file: string): unknown => require(`firebase-tools/lib/${file}`);

test('firebase-tools still has what is replaced to keep it quiet', () => {
  const { logger } = load('logger.js') as { logger: Record<string, unknown> & { transports: { name: string }[] } };
  expect([typeof logger.debug, typeof logger.add]).toEqual(['function', 'function']);
  expect(logger.transports.map(({ name }) => name)).toEqual(['console']);
  const track = load('track.js') as object;
  expect(Object.getOwnPropertyDescriptor(track, 'trackEmulator')).toMatchObject({ writable: true });
  const { WorkQueue } = load('emulator/workQueue.js') as { WorkQueue: { prototype: object } };
  expect(Object.getOwnPropertyNames(WorkQueue.prototype)).toContain('logState');
  const { RuntimeWorker } = load('emulator/functionsRuntimeWorker.js') as { RuntimeWorker: { prototype: object } };
  expect(Object.getOwnPropertyNames(RuntimeWorker.prototype)).toContain('logInfo');
});
