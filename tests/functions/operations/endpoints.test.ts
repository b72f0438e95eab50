import { AsyncLocalStorage } from 'node:async_hooks';
import { newTenantId } from '@tenantry/model/tenant-id';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as functions from '../../../functions/src/index.ts';
import { recordFigures } from '../../support/figures.ts';

type FunctionName = Exclude<keyof typeof functions, 'default'>;
type Trigger = 'callableTrigger' | 'httpsTrigger' | 'taskQueueTrigger' | 'eventTrigger' | 'scheduleTrigger';

/**
 * What each function that is deployed is, who may call it, and for whom it runs: for the tenant that its call or its
 * path names, or platform-wide. `health` reads nothing and runs for nobody.
 */
const table = {
  api: { trigger: 'callableTrigger', open: true, runsFor: 'the platform, then the tenant that the claim shows' },
  operator: { trigger: 'callableTrigger', open: true, runsFor: 'the platform, then the tenant that is named' },
  health: { trigger: 'httpsTrigger', open: true, runsFor: 'nobody' },
  stripeWebhook: { trigger: 'httpsTrigger', open: true, runsFor: 'the platform, then the tenant of our register' },
  exportTenant: { trigger: 'httpsTrigger', open: true, runsFor: 'the platform, then the tenant that the claim shows' },
  sendMail: { trigger: 'taskQueueTrigger', open: false, runsFor: 'the tenant of the payload' },
  closeSupportDoor: { trigger: 'taskQueueTrigger', open: false, runsFor: 'the tenant of the payload' },
  syncSeats: { trigger: 'taskQueueTrigger', open: false, runsFor: 'the tenant of the payload' },
  membershipsToClaims: { trigger: 'eventTrigger', open: false, runsFor: 'the tenant of the path' },
  operatorsToClaims: { trigger: 'eventTrigger', open: false, runsFor: 'the platform' },
  operatorsToVisits: { trigger: 'eventTrigger', open: false, runsFor: 'the platform' },
  expireInvites: { trigger: 'scheduleTrigger', open: false, runsFor: 'the platform' },
  pruneFences: { trigger: 'scheduleTrigger', open: false, runsFor: 'the platform' },
  closeExpiredDoors: { trigger: 'scheduleTrigger', open: false, runsFor: 'the platform' },
  signAuditHeads: { trigger: 'scheduleTrigger', open: false, runsFor: 'the platform' },
  reconcileBilling: { trigger: 'scheduleTrigger', open: false, runsFor: 'the platform' },
  dunning: { trigger: 'scheduleTrigger', open: false, runsFor: 'the platform' },
  rollUpUsage: { trigger: 'scheduleTrigger', open: false, runsFor: 'the platform' },
  reportUsage: { trigger: 'scheduleTrigger', open: false, runsFor: 'the platform' },
  sweepClaims: { trigger: 'scheduleTrigger', open: false, runsFor: 'the platform' },
  sweepMail: { trigger: 'scheduleTrigger', open: false, runsFor: 'the platform' },
} as const satisfies Record<FunctionName, { trigger: Trigger; open: boolean; runsFor: string }>;

const names = Object.keys(table) as FunctionName[];
const deployed: Readonly<Record<FunctionName, unknown>> = { ...functions };

/** What the deployment reads from a function. */
type Endpoint = Readonly<Partial<Record<Trigger, { readonly invoker?: readonly string[] }>>>;

const endpointOf = (name: FunctionName) => (deployed[name] as { readonly __endpoint: Endpoint }).__endpoint;
const triggers = ['callableTrigger', 'httpsTrigger', 'taskQueueTrigger', 'eventTrigger', 'scheduleTrigger'] as const;

describe('the functions that are deployed', () => {
  test('are those of this table', () => {
    expect(Object.keys(functions).sort()).toEqual([...names].sort());
    // `api` and `operator` are counted by their operations, in the matrix.
    recordFigures('callables', { functions: names.length - 2 });
  });

  test.each(names)('%s is of the kind that the table says, and of no other', (name) => {
    const endpoint = endpointOf(name);
    expect(triggers.filter((trigger) => endpoint[trigger] !== undefined)).toEqual([table[name].trigger]);
  });

  test('are open to anybody where the table says so, and to Google’s own services otherwise', () => {
    // Callables are always deployed open and events and schedules never; the others say it.
    const said = names.map((name) => {
      const { httpsTrigger, taskQueueTrigger, callableTrigger } = endpointOf(name);
      if (callableTrigger) return [name, true];
      return [name, (httpsTrigger?.invoker ?? taskQueueTrigger?.invoker ?? ['private']).includes('public')];
    });
    expect(said).toEqual(names.map((name) => [name, table[name].open]));
    expect(endpointOf('sendMail').taskQueueTrigger?.invoker).toEqual(['private']);
    expect(endpointOf('syncSeats').taskQueueTrigger?.invoker).toEqual(['private']);
    expect(endpointOf('closeSupportDoor').taskQueueTrigger?.invoker).toEqual(['private']);
    expect(endpointOf('health').httpsTrigger?.invoker).toEqual(['public']);
  });
});

describe('what runs in the background', () => {
  class Entered extends Error {}

  afterEach(() => {
    vi.restoreAllMocks();
  });

  const tenantId = newTenantId();
  const event = { id: 'event', params: { uid: 'nobody', tenantId } };
  const scheduled = { scheduleTime: new Date().toISOString() };
  const mail = { data: { mailId: 'absent', tenantId, requestId: 'request' } };

  /** How each is started, and the first context that it must enter. */
  const starts = {
    sendMail: [mail, tenantId],
    closeSupportDoor: [mail, tenantId],
    syncSeats: [{ data: { tenantId, requestId: 'request', dueAt: 0 } }, tenantId],
    membershipsToClaims: [event, tenantId],
    operatorsToClaims: [event, null],
    operatorsToVisits: [event, null],
    expireInvites: [scheduled, null],
    pruneFences: [scheduled, null],
    closeExpiredDoors: [scheduled, null],
    signAuditHeads: [scheduled, null],
    reconcileBilling: [scheduled, null],
    dunning: [scheduled, null],
    rollUpUsage: [scheduled, null],
    reportUsage: [scheduled, null],
    sweepClaims: [scheduled, null],
    sweepMail: [scheduled, null],
  } as const satisfies Record<
    Exclude<FunctionName, 'api' | 'operator' | 'health' | 'stripeWebhook' | 'exportTenant'>,
    readonly [unknown, string | null]
  >;

  test.each(Object.entries(starts))('%s enters its context before anything else', async (name, [given, expected]) => {
    const entered: unknown[] = [];
    vi.spyOn(AsyncLocalStorage.prototype, 'run').mockImplementation((store, work: () => unknown) => {
      const context = store as { tenantId?: string | null } | undefined;
      // Others keep storages of their own.
      if (context?.tenantId === undefined) return work();
      entered.push(context.tenantId);
      throw new Entered();
    });
    const background = deployed[name as keyof typeof starts] as { run(given: unknown): Promise<void> };
    await expect((async () => background.run(given))()).rejects.toThrow(Entered);
    expect(entered).toEqual([expected]);
  });

  test('a mail of no tenant is the platform’s, and a payload of another shape is nobody’s', async () => {
    const runners = [functions.sendMail, functions.closeSupportDoor, functions.syncSeats] as unknown as {
      run(task: unknown): Promise<void>;
    }[];
    for (const payload of [null, 7, 'x', {}, { mailId: 7 }, { mailId: 'x', tenantId: 7, requestId: 'x' }]) {
      for (const task of runners) await expect(task.run({ data: payload })).resolves.toBeUndefined();
    }
  });
});
