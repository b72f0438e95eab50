import { positionOf } from '@tenantry/model/billing/rollouts';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import type { Feature } from '@tenantry/model/plans';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Handlers, loadHandlers, type Outside } from '../support/simulation/handlers.ts';
import { numbersFrom } from '../support/simulation/interleaver.ts';
import { faultAfterCommit } from '../support/simulation/judge.ts';
import type { MemoryFirestore } from '../support/simulation/memory-firestore.ts';
import { openWorld, tenantId } from '../support/simulation/world.ts';

/** The table of roll-outs as it would be deployed. */
let shares: Partial<Record<Feature, number>> = {};
let handlers: Handlers;
let outside: Outside;
let faults: unknown[];

const rollouts = '@tenantry/model/billing/rollouts';

beforeAll(async () => {
  vi.doMock(rollouts, async (original) => {
    const whole = await original<typeof import('@tenantry/model/billing/rollouts')>();
    return { ...whole, rolledOutTo: (id: string) => whole.rolledOutTo(id, shares) };
  });
  handlers = await loadHandlers(() => outside);
  const onCommit = (database: MemoryFirestore) => faults.push(faultAfterCommit(database));
  faults = [];
  outside = await openWorld(numbersFrom(1), { onCommit });
});
afterAll(() => {
  vi.doUnmock(rollouts);
});

/** The night after a table of roll-outs was deployed; what a business has then, by its own and by its access document. */
async function nightWith(table: typeof shares) {
  shares = table;
  await handlers.schedules.reconcileBilling(new Date());
  const read = (path: string) => outside.database.read(inTenant(tenantId, path))?.features;
  return { shown: read(tenantPaths.self()), judged: read(tenantPaths.access()) };
}

test('a roll-out reaches a business whose turn it is with one write to both documents, and no other; withdrawn, it goes', async () => {
  const position = positionOf(tenantId, 'audit-export');
  expect(await nightWith({ 'audit-export': position })).toEqual({ shown: [], judged: [] });
  expect(faults).toEqual([]);
  expect(await nightWith({ 'audit-export': position + 0.01 })).toEqual({
    shown: ['audit-export'],
    judged: ['audit-export'],
  });
  await nightWith({ 'audit-export': 100 });
  expect(faults).toEqual([undefined]);
  expect(await nightWith({})).toEqual({ shown: [], judged: [] });
});
