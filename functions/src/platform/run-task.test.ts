import { tenantId } from '@tenantry/model/formats';
import { logger } from 'firebase-functions';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { denied, Refusal } from './operations/errors.ts';
import { runTask } from './run-task.ts';
import { requireContext } from './tenant-context.ts';

const form = z.object({ tenantId: z.nullable(tenantId), requestId: z.string() });
const payload = { tenantId: 'aBcDeFgHiJ', requestId: 'a request' };

const told = vi.fn<(fault: unknown, task: z.infer<typeof form>) => void>();
/** Runs a task, and answers in which contexts it was run. */
async function runIn(data: unknown, fault?: Error): Promise<unknown[]> {
  const ranIn: unknown[] = [];
  const run = async (): Promise<void> => {
    ranIn.push(requireContext());
    await (fault ? Promise.reject(fault) : Promise.resolve());
  };
  await runTask({ name: 'aTask', form, run, failed: told }, data);
  return ranIn;
}

beforeEach(() => void vi.spyOn(logger, 'error').mockImplementation(() => undefined));
afterEach(() => {
  told.mockReset();
  vi.restoreAllMocks();
});

test.each([payload, { ...payload, tenantId: null }])(
  'a task runs in the context of what it is for: %o',
  async (data) => {
    expect(await runIn(data)).toEqual([data]);
    expect(logger.error).not.toHaveBeenCalled();
  },
);

test.each([{ ...payload, tenantId: 'a/b' }, { tenantId: payload.tenantId }, undefined])(
  'a payload of another form is logged and not tried again: %o',
  async (data) => {
    expect(await runIn(data)).toEqual([]);
    expect(logger.error).toHaveBeenCalledOnce();
  },
);

test('what fails is told and thrown, so that the queue tries again', async () => {
  const fault = new Error('The network is down.');
  await expect(runIn(payload, fault)).rejects.toBe(fault);
  expect(told).toHaveBeenCalledExactlyOnceWith(fault, payload);
});

test('another refusal than that of a tenant that is gone is tried again', async () => {
  await expect(runIn(payload, new Refusal('contention', 'Somebody else writes.'))).rejects.toThrow(
    'Somebody else writes.',
  );
  expect(told).toHaveBeenCalledOnce();
});

test('a tenant that is gone ends the task', async () => {
  expect(await runIn(payload, denied())).toHaveLength(1);
  expect(told).not.toHaveBeenCalled();
});
