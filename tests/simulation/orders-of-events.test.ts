import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import type { Stripe } from 'stripe';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Act } from '../support/simulation/acts/acts.ts';
import { doAct } from '../support/simulation/acts/do-act.ts';
import { type Handlers, loadHandlers, type Outside } from '../support/simulation/handlers.ts';
import { numbersFrom } from '../support/simulation/interleaver.ts';
import { faultsAtRest } from '../support/simulation/judge.ts';
import { MemoryFirestore } from '../support/simulation/memory-firestore.ts';
import { emptyRecord } from '../support/simulation/play.ts';
import { callWebhook } from '../support/simulation/webhook-call.ts';
import { openWorld, tenantId, type World } from '../support/simulation/world.ts';

type Event = Stripe.EventBase;

/** What happens to a business that pays for a plan, one after the other. */
const steps = {
  upgrade: [{ kind: 'change-plan', plan: 'business', interval: 'month', which: 0 }],
  'failed renewal': [
    { kind: 'card', good: false },
    { kind: 'days', count: 32 },
  ],
  cancellation: [{ kind: 'cancel', which: 0 }],
} as const satisfies Record<string, readonly Act[]>;
type Step = keyof typeof steps;

let handlers: Handlers;
let outside: Outside;

beforeAll(async () => {
  handlers = await loadHandlers(() => outside);
});

/** A business that was in step before some things happened at Stripe of which it was not told, and what there is to tell, by thing. */
async function untold(names: readonly Step[]) {
  const world = await openWorld(numbersFrom(1));
  const { id: customer } = await world.sdk.customers.create({ name: 'Simulated' });
  const told = async (acts: readonly Act[]): Promise<readonly Event[]> => {
    const before = world.stripe.events().length;
    for (const act of acts) await doAct(world, customer, act);
    return world.stripe.events().slice(before);
  };
  outside = world;
  world.database.write(paths.stripeCustomer(customer), { tenantId, createdAt: Timestamp.fromMillis(0) });
  world.database.write(inTenant(tenantId, tenantPaths.billing()), emptyRecord(customer));
  const buying = await told([
    { kind: 'card', good: true },
    { kind: 'buy', plan: 'pro', interval: 'month', trial: false },
  ]);
  await post(world, buying[0]);
  const documents = world.database.below('');
  const events = new Map<Step, readonly Event[]>();
  for (const name of names) events.set(name, await told(steps[name]));
  /** The same business once more, upon a database of its own. */
  const again = (): World => {
    const database = new MemoryFirestore({ gate: () => Promise.resolve() });
    for (const [path, data] of documents) database.write(path, data);
    return { ...world, database };
  };
  return { customer, events, again };
}

/** An event that arrives twice at the same time. */
async function post(world: World, event: Event | undefined): Promise<void> {
  if (!event) throw new Error('Nothing was told.');
  const answers = await Promise.all([callWebhook(world, handlers, event), callWebhook(world, handlers, event)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
}

const planOf = ({ database }: World): unknown => database.read(inTenant(tenantId, tenantPaths.self()))?.plan;

/** Posts the events in each of these orders, and answers what the business came to. What is wrong after any event fails the test. */
async function cameTo({ customer, again }: Awaited<ReturnType<typeof untold>>, orders: readonly (readonly Event[])[]) {
  const ends = new Set<string>();
  for (const order of orders) {
    const world = again();
    outside = world;
    expect(planOf(world)).toBe('pro');
    const now = world.stripe.clock.now() * 1_000;
    for (const event of order) {
      await post(world, event);
      const faults = faultsAtRest(world, { customer, given: {}, now, repeated: [] });
      expect(faults, order.map(({ type }) => type).join(', ')).toEqual([]);
    }
    const { status, plan } = world.database.read(inTenant(tenantId, tenantPaths.subscription())) ?? {};
    ends.add([planOf(world), plan, status].join(', '));
  }
  return [...ends];
}

/** What a reader of events would go by: of each step the last of each of these. All orders of more than five take minutes. */
const decisive = [
  'customer.subscription.updated',
  'customer.subscription.deleted',
  'invoice.payment_failed',
  'customer.updated',
];
const decisiveOf = (events: readonly Event[]): readonly Event[] =>
  decisive.flatMap((kind) => events.findLast(({ type }) => type === kind) ?? []);

const ends = [
  [['upgrade'], 'business, business, active'],
  [['failed renewal'], 'pro, pro, past_due'],
  [['cancellation'], 'free, free, none'],
  [['upgrade', 'failed renewal'], 'business, business, past_due'],
  [['upgrade', 'failed renewal', 'cancellation'], 'free, free, none'],
] as const;

describe.each(ends)('the single events of %s, each twice,', (names, end) => {
  test('come to what Stripe says after each, in every order of those that a state could be read from', async () => {
    const past = await untold(names);
    const events = names.flatMap((name) => decisiveOf(past.events.get(name) ?? []));
    expect(await cameTo(past, permutations(events))).toEqual([end]);
  });

  test('come to the same in orders of all of them that have each before and after each other', async () => {
    const past = await untold(names);
    const events = names.flatMap((name) => past.events.get(name) ?? []);
    expect(await cameTo(past, ordersOf(events, 20))).toEqual([end]);
  });
});

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]];
  return all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}

/** As they were told and backwards, which has every pair both ways; and shuffled, so many times. */
function ordersOf<T>(all: readonly T[], shuffles: number): T[][] {
  const next = numbersFrom(all.length);
  const shuffled = (): T[] => {
    const left = [...all];
    return all.flatMap(() => left.splice(Math.floor(next() * left.length), 1));
  };
  return [[...all], all.toReversed(), ...Array.from({ length: shuffles }, shuffled)];
}
