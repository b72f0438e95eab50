import { newAccess } from '@tenantry/model/access';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { featuresOf, limitsOf } from '@tenantry/model/plans';
import { Timestamp } from 'firebase-admin/firestore';
import { setTimeout as pause } from 'node:timers/promises';
import { Stripe } from 'stripe';
import { setUpMeters } from '../../../scripts/stripe/set-up-meters.ts';
import { setUpPrices } from '../../../scripts/stripe/set-up-plans.ts';
import type { BillingSettings } from '../stripe/account/settings.ts';
import { createStripeDouble, type StripeDouble } from '../stripe/double.ts';
import { webhookSecret } from './handlers.ts';
import { Interleaver } from './interleaver.ts';
import { MemoryFirestore } from './memory-firestore.ts';
import { TaskQueue } from './task-queue.ts';

export const tenantId = 'simulated0';

/** One business, its customer at Stripe, and an interleaver for whoever works on them. */
export type World = {
  readonly database: MemoryFirestore;
  readonly stripe: StripeDouble;
  /** For what people do at Stripe: it waits at no gate. */
  readonly sdk: Stripe;
  readonly interleaver: Interleaver;
  readonly gate: () => Promise<void>;
  readonly queue: TaskQueue;
  readonly prices: ReadonlyMap<string, string>;
};

/** The account as the set-up leaves it, the same for every history. */
let prepared: ReturnType<StripeDouble['save']> | undefined;
/** Ahead of the machine's own clock, so that a run takes no time of a history's; a seed plays the same months all year. */
const start = Date.UTC(new Date().getUTCFullYear() + 1, 0, 1, 12);

/** Which database a world has: one in memory, unless told of another. */
type Databases<Database> = { readonly database: (gate: () => Promise<void>) => Database };
type InMemory = { readonly atomic?: boolean; readonly onCommit?: (database: MemoryFirestore) => void };
/** What the account's owner has set at Stripe. */
type Settings = { readonly afterRetries?: AfterRetries };
/** What becomes of a subscription when the last attempt at an invoice fails. */
export type AfterRetries = BillingSettings['afterRetries'];

export function openWorld(next: () => number, options?: InMemory & Settings): Promise<World>;
export function openWorld<Database extends MemoryFirestore>(
  next: () => number,
  options: Databases<Database> & Settings,
): Promise<World & { readonly database: Database }>;
export async function openWorld(
  next: () => number,
  options: (InMemory | Databases<MemoryFirestore>) & Settings = {},
): Promise<World> {
  const stripe = createStripeDouble({
    now: () => start,
    webhook: { secret: webhookSecret },
    billing: { afterRetries: options.afterRetries ?? 'unpaid' },
  });
  const sdk = new Stripe('sk_test_x', {
    httpClient: Stripe.createFetchHttpClient(stripe.fetch),
    maxNetworkRetries: 0,
    telemetry: false,
  });
  if (prepared) stripe.load(prepared);
  else {
    await setUpPrices(sdk);
    await setUpMeters(sdk);
    prepared = stripe.save();
  }
  const { data } = await sdk.prices.list({ limit: 100 });
  const interleaver = 'database' in options ? new Interleaver(next, () => pause(1)) : new Interleaver(next);
  const gate = (): Promise<void> => interleaver.gate();
  const database = 'database' in options ? options.database(gate) : inMemory(gate, options);
  furnish(database);
  return {
    database,
    stripe,
    sdk,
    interleaver,
    gate,
    queue: new TaskQueue(gate),
    prices: new Map(data.map(({ lookup_key, id }) => [lookup_key ?? '', id])),
  };
}

function inMemory(gate: () => Promise<void>, { atomic = true, onCommit }: InMemory): MemoryFirestore {
  const database: MemoryFirestore = new MemoryFirestore({ gate, atomic, onCommit: () => onCommit?.(database) });
  return database;
}

/** A business on the free plan with its owner, as `createTenant` leaves it. */
function furnish(database: MemoryFirestore): void {
  const at = Timestamp.fromMillis(start);
  const { supportUntil: _until, ...access } = newAccess([]);
  const put = (path: string, data: Record<string, unknown>): void => database.write(inTenant(tenantId, path), data);
  database.write(paths.placement(tenantId), {
    database: '(default)',
    region: 'eur3',
    state: 'settled',
    slug: 'simulated',
    nameKey: 'simulated',
    createdBy: 'owner',
    createdAt: at,
  });
  put(tenantPaths.self(), {
    name: 'Simulated',
    slug: 'simulated',
    plan: 'free',
    features: [...featuresOf('free')],
    limits: limitsOf('free'),
    createdAt: at,
  });
  put(tenantPaths.access(), { ...access, supportUntil: Timestamp.fromMillis(0), support: {} });
  put(tenantPaths.counters(), {
    seatsUsed: 1,
    owners: 1,
    seatsInvited: 0,
    products: 0,
    lastOrderNumber: 0,
    ordersByMonth: {},
  });
  put(tenantPaths.member('owner'), {
    uid: 'owner',
    role: 'owner',
    version: 1,
    email: 'owner@example.com',
    displayName: 'Owner',
    joinedAt: at,
    lastSeenAt: at,
  });
}
