import { AsyncLocalStorage } from 'node:async_hooks';
import type { CallableRequest } from 'firebase-functions/v2/https';
import { afterEach, expect, test, vi } from 'vitest';
import { controlPlane } from '../../../functions/src/platform/data/firestore.ts';
import { requireCaller } from '../../../functions/src/platform/operations/caller.ts';
import { memberOperation } from '../../../functions/src/platform/operations/operation.ts';
import { runOperation } from '../../../functions/src/platform/operations/run-operation.ts';
import { newTenant } from '../../support/people.ts';

const turn = vi.hoisted(() => ({ of: undefined as AsyncLocalStorage<string> | undefined }));

/** The queue as it is, in which whoever has a turn can be told by it. */
vi.mock('../../../functions/src/platform/data/turns.ts', async (importOriginal) => {
  const { inTurn } = await importOriginal<typeof import('../../../functions/src/platform/data/turns.ts')>();
  const storage = new AsyncLocalStorage<string>();
  turn.of = storage;
  return { inTurn: <T>(key: string, work: () => Promise<T>) => inTurn(key, () => storage.run(key, work)) };
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('what other instances counted is asked for outside of the turn in which a tenant waits', async () => {
  vi.stubEnv('OPERATIONS_PER_MINUTE', '40');
  const { owner, tenantId } = await newTenant();
  const auth = { uid: owner.uid, token: owner.claims } as unknown as NonNullable<CallableRequest['auth']>;
  const request = { caller: requireCaller({ auth }), input: { tenantId }, requestId: 'test', now: new Date() };
  const turns: (string | undefined)[] = [];
  const operation = memberOperation('leaveTenant', {
    permissions: [],
    gate: 'always',
    audited: false,
    run() {
      turns.push(turn.of?.getStore());
      return Promise.resolve({});
    },
  });
  const asked: (string | undefined)[] = [];
  const database = controlPlane();
  const getAll = database.getAll.bind(database);
  vi.spyOn(database, 'getAll').mockImplementation((...references) => {
    asked.push(turn.of?.getStore());
    return getAll(...references);
  });

  for (let call = 0; call < 22; call += 1) await runOperation('leaveTenant', operation, request);
  expect(new Set(turns)).toEqual(new Set([tenantId]));
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked)).toEqual(new Set([undefined]));
});
