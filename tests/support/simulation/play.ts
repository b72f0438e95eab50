import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import type { Stripe } from 'stripe';
import { Timestamp } from 'firebase-admin/firestore';
import type { Act } from './acts/acts.ts';
import { doAct } from './acts/do-act.ts';
import { ensureAnyCustomer } from './acts/ensuring.ts';
import { changeOwner, openPages } from './acts/owners.ts';
import { override, withOverride } from './acts/overriding.ts';
import { changeTeam } from './acts/team.ts';
import type { Given } from './expected.ts';
import type { Handlers } from './handlers.ts';
import { isPartOfLife, outcomeOf, runSeatTask } from './outcomes.ts';
import { callWebhook, type WebhookAnswer } from './webhook-call.ts';
import { tenantId, type World } from './world.ts';

/** How the world treats events and handlers, each a share from 0 to 1. */
export type Weather = {
  readonly duplicated: number;
  readonly dropped: number;
  readonly killed: number;
};

export type Played = {
  readonly customer: string;
  readonly given: Given;
  /** Moments in milliseconds. */
  readonly now: number;
  /** Events that were carried out although they had been before. */
  readonly repeated: readonly string[];
};

/** A delivery that is still to come; `dropped` ones never do. */
type Delivery = { readonly event: Stripe.EventBase; readonly again: boolean; readonly attempts: number };

/** Work of the queue or of a schedule, and how often it failed. Whoever was killed has not. */
type Task = { readonly run: () => Promise<unknown>; readonly failures: number };

/** What is refused more often than bad luck explains is refused for ever. */
const patience = 60;

/** Plays a history: acts, events and handlers by turns as chance has it; then everything runs to rest. `atRest` hears of rests before that. */
export async function play(
  world: World,
  handlers: Handlers,
  history: readonly Act[],
  weather: Weather,
  next: () => number,
  atRest: (played: Played) => void = () => undefined,
): Promise<Played> {
  const { stripe, sdk, database, interleaver, queue } = world;
  queue.isDown = () => next() < weather.dropped;
  let { id: customer } = await sdk.customers.create({ name: 'Simulated', email: 'owner@example.com' });
  database.write(paths.stripeCustomer(customer), { tenantId, createdAt: Timestamp.fromMillis(0) });
  database.write(inTenant(tenantId, tenantPaths.billing()), emptyRecord(customer));

  const bag: Delivery[] = [];
  const tasks: Task[] = [];
  /** What no history may come to. It is thrown where somebody listens. */
  const faults: unknown[] = [];
  const repeated: string[] = [];
  const carriedOut = new Set<string>();
  let seen = 0;
  let lost = false;
  let given: Given = {};
  const nowOf = (): Date => new Date(stripe.clock.now() * 1_000);

  const add = (run: Task['run']): unknown => tasks.push({ run, failures: 0 });
  const collect = (): void => {
    if (faults.length > 0) throw faults[0];
    const events = stripe.events();
    for (const event of events.slice(seen)) {
      if (next() < weather.dropped) lost = true;
      else bag.push({ event, again: false, attempts: 0 });
    }
    seen = events.length;
    if (queue.hasLost('syncSeats')) lost = true;
    for (const data of queue.take('syncSeats')) {
      // A queue, too, brings what it has at least once.
      const copies = next() < weather.duplicated ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) add(() => runSeatTask(handlers, data));
    }
  };
  const dies = (chance: number): number => (next() < chance ? 1 + Math.floor(next() * 24) : Infinity);

  /** A webhook, as Stripe calls it: what isn't answered well comes again. */
  const deliver = ({ event, again, attempts }: Delivery, chanceOfDeath: number): void => {
    if (attempts > patience) throw new Error(`The webhook never took ${event.type}.`);
    const wasCarriedOut = carriedOut.has(event.id);
    const work = (): Promise<WebhookAnswer> => callWebhook(world, handlers, event);
    interleaver.start(work, dies(chanceOfDeath), (ending) => {
      const outcome = outcomeOf(ending);
      if (outcome === undefined) bag.push({ event, again, attempts: attempts + 1 });
      else if (!again && next() < weather.duplicated) bag.push({ event, again: true, attempts: 0 });
      if (outcome === 'processed' && wasCarriedOut) repeated.push(event.id);
      if (outcome === 'processed') carriedOut.add(event.id);
    });
  };
  /** A task, as the queue calls it: again, until it was done. */
  const runTask = ({ run, failures }: Task, chanceOfDeath: number): void =>
    interleaver.start(run, dies(chanceOfDeath), (ending) => {
      if (ending.how === 'failed' && failures >= patience) faults.push(ending.fault);
      else if (ending.how !== 'done') tasks.push({ run, failures: failures + (ending.how === 'failed' ? 1 : 0) });
    });
  const goOn = (chanceOfDeath: number): void => {
    const delivery = bag.splice(Math.floor(next() * bag.length), 1)[0];
    if (delivery) return deliver(delivery, chanceOfDeath);
    const task = tasks.shift();
    if (task) runTask(task, chanceOfDeath);
  };
  /** Somebody changes the team; who dies on the way may have done so, and have told nobody. */
  const actOnTeam = (change: () => Promise<void>): void =>
    interleaver.start(change, dies(weather.killed), (ending) => {
      if (ending.how === 'killed') lost = true;
      if (ending.how === 'failed' && !isPartOfLife(ending.fault)) faults.push(ending.fault);
    });

  /** Whoever dies at it was told nothing, and may have given the business another customer, with whom everybody goes on. */
  const beginToBuy = (): void =>
    interleaver.start(
      () => ensureAnyCustomer(handlers, customer, nowOf()),
      dies(weather.killed),
      (ending) => {
        customer = customerIn(database);
        if (ending.how === 'failed' && !isPartOfLife(ending.fault)) faults.push(ending.fault);
      },
    );

  /** Until nothing is on its way. */
  const drain = async (chanceOfDeath: number): Promise<void> => {
    while (bag.length > 0 || tasks.length > 0 || !interleaver.isIdle) {
      if (next() < 0.3 || interleaver.isIdle) goOn(chanceOfDeath);
      else await interleaver.step();
      collect();
    }
  };

  /** To rest: nobody dies any more, what Stripe sends again arrives, and what was lost is made good by the night's schedule. */
  const settle = async (): Promise<void> => {
    let settled = false;
    while (!settled) {
      await drain(0);
      const { reconcileBilling, dunning } = handlers.schedules;
      for (const schedule of lost ? [reconcileBilling, dunning] : [dunning]) {
        runTask({ run: () => schedule(nowOf()), failures: 0 }, 0);
        await interleaver.rest();
      }
      lost = false;
      collect();
      settled = bag.length === 0 && tasks.length === 0 && !lost;
    }
  };
  const played = (): Played => ({ customer, given, now: nowOf().getTime(), repeated });

  for (const act of history) {
    await doAct(world, customer, act);
    given = withOverride(given, act, nowOf().getTime());
    if (act.kind === 'override-plan' || act.kind === 'override-feature') {
      // An operator's wish is part of what stands when it is carried out.
      add(() => override(handlers, () => given, nowOf()));
    }
    if (act.kind === 'seats') actOnTeam(() => changeTeam(handlers, act.used, nowOf()));
    if (act.kind === 'owner') actOnTeam(() => changeOwner(handlers, act.who, act.comes, nowOf()));
    // Who dies at it, too, has told nobody.
    if (act.kind === 'open-pages') actOnTeam(() => openPages(handlers, customer, act.who));
    if (act.kind === 'ensure-customer') beginToBuy();
    if (act.kind === 'days') add(() => handlers.schedules.dunning(nowOf()));
    collect();
    if (act.kind === 'quiet') await drain(weather.killed);
    if (act.kind === 'rest') {
      await settle();
      atRest(played());
    }
    for (let turns = Math.floor(next() * 30); turns > 0; turns -= 1) {
      if (next() < 0.15) goOn(weather.killed);
      else await interleaver.step();
      collect();
    }
  }

  await settle();
  return played();
}

/** Whom the business is at Stripe, as its billing record says. */
function customerIn(database: World['database']): string {
  const { customerId } = database.read(inTenant(tenantId, tenantPaths.billing())) ?? {};
  if (typeof customerId !== 'string') throw new Error('A business of a history has a customer from its beginning.');
  return customerId;
}

/** The billing record of a business that has a customer, to whose owner Stripe writes, and bought nothing. */
export function emptyRecord(customerId: string) {
  const nothing = { overrides: {}, subscriptions: [], invoices: {}, dunning: null, checkAt: null, syncedAt: null };
  return { ...nothing, customerId, fence: 0, contact: { uid: 'owner', telling: {} } };
}
