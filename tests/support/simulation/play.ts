import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import type { Stripe } from 'stripe';
import { Timestamp } from 'firebase-admin/firestore';
import { doAct, type Act } from './acts.ts';
import { type Given } from './expected.ts';
import type { Handlers } from './handlers.ts';
import type { Ending } from './interleaver.ts';
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

/** What is refused more often than bad luck explains is refused for ever. */
const patience = 60;

/** Plays a history: acts, events and handlers by turns as chance has it; then everything runs to rest. */
export async function play(
  world: World,
  handlers: Handlers,
  history: readonly Act[],
  weather: Weather,
  next: () => number,
): Promise<Played> {
  const { stripe, sdk, database, interleaver } = world;
  const { id: customer } = await sdk.customers.create({ name: 'Simulated' });
  database.write(paths.stripeCustomer(customer), { tenantId, createdAt: Timestamp.fromMillis(0) });
  database.write(inTenant(tenantId, tenantPaths.billing()), emptyRecord(customer));

  const bag: Delivery[] = [];
  const tasks: (() => Promise<unknown>)[] = [];
  const repeated: string[] = [];
  const carriedOut = new Set<string>();
  let seen = 0;
  let lost = false;
  let given: Given = {};
  const nowOf = (): Date => new Date(stripe.clock.now() * 1_000);

  const collect = (): void => {
    const events = stripe.events();
    for (const event of events.slice(seen)) {
      if (next() < weather.dropped) lost = true;
      else bag.push({ event, again: false, attempts: 0 });
    }
    seen = events.length;
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
  let failures = 0;
  const runTask = (task: () => Promise<unknown>, chanceOfDeath: number): void => {
    interleaver.start(task, dies(chanceOfDeath), (ending) => {
      if (ending.how === 'failed') failures += 1;
      if (ending.how === 'failed' && failures > patience) throw ending.fault;
      if (ending.how !== 'done') tasks.push(task);
    });
  };
  const goOn = (chanceOfDeath: number): void => {
    const delivery = bag.splice(Math.floor(next() * bag.length), 1)[0];
    if (delivery) return deliver(delivery, chanceOfDeath);
    const task = tasks.shift();
    if (task) runTask(task, chanceOfDeath);
  };
  const converge = () =>
    handlers.inTenantContext(tenantId, 'task', () => handlers.convergeBilling({ actor: 'task', now: nowOf() }));

  for (const act of history) {
    await doAct(world, customer, act);
    given = withOverride(given, act, nowOf().getTime());
    if (act.kind === 'override-plan' || act.kind === 'override-feature') {
      // An operator's wish is part of what stands when it is carried out.
      tasks.push(() => override(handlers, () => given, nowOf()));
    }
    if (act.kind === 'seats') tasks.push(converge);
    if (act.kind === 'days') tasks.push(() => handlers.schedules.dunning(nowOf()));
    collect();
    for (let turns = Math.floor(next() * 30); turns > 0; turns -= 1) {
      if (next() < 0.15) goOn(weather.killed);
      else await interleaver.step();
      collect();
    }
  }

  // To rest: nobody dies any more, what Stripe sends again arrives, and what was lost is made good by the night's schedule.
  let settled = false;
  while (!settled) {
    while (bag.length > 0 || tasks.length > 0 || !interleaver.isIdle) {
      if (next() < 0.3) goOn(0);
      else if (!interleaver.isIdle) await interleaver.step();
      else goOn(0);
      collect();
    }
    runTask(() => (lost ? handlers.schedules.reconcileBilling(nowOf()) : handlers.schedules.dunning(nowOf())), 0);
    await interleaver.rest();
    lost = false;
    collect();
    settled = bag.length === 0 && tasks.length === 0 && !lost;
  }
  return { customer, given, now: nowOf().getTime(), repeated };
}

function emptyRecord(customerId: string) {
  const nothing = { overrides: {}, subscriptions: [], invoices: {}, dunning: null, checkAt: null, syncedAt: null };
  return { ...nothing, customerId, fence: 0 };
}

function outcomeOf(ending: Ending<WebhookAnswer>): string | undefined {
  return ending.how === 'done' && ending.value.status === 200 ? ending.value.body.outcome : undefined;
}

type WebhookAnswer = { readonly status: number; readonly body: { readonly outcome?: string } };

/** Calls the exported webhook with the signed request that Stripe would make. Answers status and body. */
async function callWebhook(
  { stripe, gate }: World,
  { stripeWebhook }: Handlers,
  event: Stripe.EventBase,
): Promise<WebhookAnswer> {
  const { headers, body } = stripe.webhooks.callFor(event);
  await gate();
  return new Promise((resolve, reject) => {
    let status = 200;
    const response = {
      set: () => response,
      status(code: number) {
        status = code;
        return response;
      },
      json(answer: { outcome?: string }) {
        resolve({ status, body: answer });
        return response;
      },
      on: () => response,
      once: () => response,
    };
    const request = { method: 'POST', headers, rawBody: Buffer.from(body), body: JSON.parse(body) as unknown };
    const handler = stripeWebhook as unknown as (request: unknown, response: unknown) => Promise<void>;
    Promise.resolve(handler(request, response)).catch(reject);
  });
}

function withOverride(given: Given, act: Act, now: number): Given {
  const until = 'days' in act && act.days !== null ? now + act.days * 86_400_000 : null;
  if (act.kind === 'override-plan') {
    const { plan: _plan, ...others } = given;
    return act.plan === null ? others : { ...others, plan: { value: act.plan, until } };
  }
  if (act.kind === 'override-feature') {
    const { features: _features, ...others } = given;
    return act.value === null ? others : { ...others, features: { 'custom-roles': { value: act.value, until } } };
  }
  return given;
}

/** What an operator's operation does, the last wish for all. */
function override(handlers: Handlers, wished: () => Given, now: Date): Promise<unknown> {
  type Change = Parameters<Handlers['writeOverride']>[0]['change'];
  const change: Change = () => wished() as ReturnType<Change>;
  return handlers.inPlatformContext('override', () =>
    handlers.writeOverride({ tenantId, requestId: 'override', actor: 'operator', now, told: {}, change }),
  );
}
