import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { beforeAll, expect, test } from 'vitest';
import type { MailData } from '@tenantry/model/mails';
import { prepareReminder } from '../../functions/src/billing/mail/prepare-reminder.ts';
import { subscriptionFactsOf } from '../../functions/src/billing/stripe/subscription-facts-of.ts';
import type { Act } from '../support/simulation/acts/acts.ts';
import { type Handlers, loadHandlers, type Outside } from '../support/simulation/handlers.ts';
import { numbersFrom } from '../support/simulation/interleaver.ts';
import { faultsAtRest } from '../support/simulation/judge.ts';
import { play, type Played } from '../support/simulation/play.ts';
import { type AfterRetries, openWorld, tenantId } from '../support/simulation/world.ts';

let handlers: Handlers;
let outside: Outside;
const day = 86_400;

beforeAll(async () => {
  handlers = await loadHandlers(() => outside);
});

/** What a business has at each rest of its history, in which nothing is lost, and the days that its owner was written to about. */
async function lookAt(acts: readonly Act[], afterRetries: AfterRetries = 'unpaid') {
  const next = numbersFrom(8);
  const world = await openWorld(next, { afterRetries });
  const looks: {
    readonly has: unknown;
    readonly mails: readonly unknown[];
    /** Whole days since the debt began; null without one. */
    readonly owes: number | null;
    readonly open: number;
  }[] = [];
  const look = (played: Played): void => {
    expect(faultsAtRest(world, played)).toEqual([]);
    const read = (path: string) => world.database.read(inTenant(tenantId, path)) ?? {};
    const { status, pastDueSince } = read(tenantPaths.subscription());
    const since = (pastDueSince as { toMillis(): number } | null)?.toMillis() ?? null;
    const invoices = [...world.stripe.account.store.table('invoice').values()];
    looks.push({
      has: [read(tenantPaths.self()).plan, status, read(tenantPaths.access()).status],
      mails: [...world.database.below('mail/').values()].map(({ data }) => (data as { day: number }).day),
      owes: since === null ? null : Math.floor((played.now - since) / day / 1_000),
      open: invoices.filter((invoice) => invoice.status === 'open').length,
    });
  };
  outside = world;
  await play(world, handlers, acts, { duplicated: 0, dropped: 0, killed: 0 }, next, look);
  return looks;
}

/** Whether the first reminder, had it waited until the end of the history, would still go out. */
function isStillSent(): Promise<boolean | undefined> {
  const [mail] = [...outside.database.below('mail/').values()];
  const now = new Date(outside.stripe.clock.now() * 1_000);
  return handlers.inTenantContext(tenantId, 'test', () =>
    handlers.workInTenant({ actor: 'test', audited: false, now }, ({ tx }) => {
      return Promise.resolve(prepareReminder.stillWanted?.(tx, mail?.data as MailData<'payment-failed'>, now));
    }),
  );
}

const card = (good: boolean): Act => ({ kind: 'card', good });
const days = (count: number): Act => ({ kind: 'days', count });
const buy = (interval: 'month' | 'year', trial = false): Act => ({ kind: 'buy', plan: 'pro', interval, trial });
const [cancel, resume, pay] = (['cancel-at-end', 'resume', 'pay'] as const).map((kind): Act => ({
  kind,
  which: 0,
})) as [Act, Act, Act];
const rest: Act = { kind: 'rest' };
const eachDay = (count: number): Act[] => Array.from({ length: count }, () => [days(1), rest]).flat();

test('an invoice that Stripe left open long ago makes no later debt older, which is written about and held on days of its own', async () => {
  const leftOpen = [card(true), buy('month'), card(false), days(40), rest];
  const paidAfterwards = [card(true), days(30), rest, days(30), card(false)];
  const [left, paid, ...later] = await lookAt([...leftOpen, ...paidAfterwards, ...eachDay(90)], 'past_due');
  expect([left?.has, left?.open]).toEqual([['pro', 'past_due', 'active'], 1]);
  expect([paid?.has, paid?.open, paid?.owes]).toEqual([['pro', 'active', 'active'], 1, null]);

  const owing = later.filter(({ owes }) => owes !== null);
  const before = later.find(({ owes }) => owes === null)?.mails ?? [];
  expect(owing[0]).toMatchObject({ owes: 0, open: 2 });
  const on = (owes: number) => owing.find((each) => each.owes === owes);
  expect([0, 2, 3, 6, 7, 13, 14].map((each) => on(each)?.mails.slice(before.length))).toEqual([
    [0],
    [0],
    [0, 3],
    [0, 3],
    [0, 3, 7],
    [0, 3, 7],
    [0, 3, 7],
  ]);
  expect([13, 14, 59, 60].map((each) => on(each)?.has)).toEqual([
    ['pro', 'past_due', 'active'],
    ['pro', 'past_due', 'readonly'],
    ['pro', 'past_due', 'readonly'],
    ['pro', 'past_due', 'suspended'],
  ]);
});

test('who gives up a plan that nobody paid is free at once, is held back no more and written to no more; who keeps it is held', async () => {
  const owing = [card(false), buy('year', true), days(16), rest];
  const later = [days(15), rest, days(60), rest];
  const kept = await lookAt([...owing, rest, ...later]);
  expect(kept.map(({ has }) => has)).toEqual([
    ['pro', 'past_due', 'active'],
    ['pro', 'past_due', 'active'],
    ['pro', 'unpaid', 'readonly'],
    ['pro', 'unpaid', 'suspended'],
  ]);
  await lookAt(owing);
  expect(await isStillSent()).toBe(true);
  const givenUp = await lookAt([...owing, cancel, rest, ...later]);
  expect(await isStillSent()).toBe(false);
  expect(givenUp.map(({ has }) => has)).toEqual([
    ['pro', 'past_due', 'active'],
    ['free', 'none', 'active'],
    ['free', 'none', 'active'],
    ['free', 'none', 'active'],
  ]);
  expect(givenUp.map(({ mails }) => mails)).toEqual([[0], [0], [0], [0]]);
});

test('a plan that was given up and is taken up again is owed since the same day, and no day of it is written about twice', async () => {
  const givenUp = [card(false), buy('year', true), days(16), rest, cancel, rest];
  const soon = await lookAt([...givenUp, days(1), resume, rest, days(1), rest]);
  expect(soon.slice(2)).toMatchObject([
    { has: ['pro', 'past_due', 'active'], owes: 2, mails: [0] },
    { has: ['pro', 'past_due', 'active'], owes: 3, mails: [0, 3] },
  ]);
  const late = await lookAt([...givenUp, days(70), rest, resume, rest]);
  expect(late.slice(2)).toMatchObject([
    { has: ['free', 'none', 'active'], owes: null },
    { has: ['pro', 'unpaid', 'suspended'], owes: 71, mails: [0] },
  ]);
});

test('a plan that was given up is what it was to its end once it is paid, as one is that was paid before', async () => {
  const late = [card(false), buy('year', true), days(16), cancel, rest, card(true), pay, rest, days(340), rest];
  expect((await lookAt([...late, days(30), rest])).map(({ has }) => has)).toEqual([
    ['free', 'none', 'active'],
    ['pro', 'active', 'active'],
    ['pro', 'active', 'active'],
    ['free', 'none', 'active'],
  ]);
  const inTime = [card(true), buy('year'), cancel, rest, days(340), rest, days(30), rest];
  expect((await lookAt(inTime)).map(({ has }) => has)).toEqual([
    ['pro', 'active', 'active'],
    ['pro', 'active', 'active'],
    ['free', 'none', 'active'],
  ]);
});

test('a business whose customer was deleted at Stripe begins to buy as another one, and has what that one pays for', async () => {
  const deleted: Act[] = [card(true), buy('month'), rest, { kind: 'delete-customer' }, rest];
  const anew: Act[] = [{ kind: 'ensure-customer' }, rest, card(true), buy('month'), rest];
  expect((await lookAt([...deleted, ...anew])).map(({ has }) => has)).toEqual([
    ['pro', 'active', 'active'],
    ['free', 'none', 'active'],
    ['free', 'none', 'active'],
    ['pro', 'active', 'active'],
  ]);
  const withoutIt = anew.slice(1);
  expect((await lookAt([...deleted, ...withoutIt])).at(-1)?.has).toEqual(['free', 'none', 'active']);
});

test('a subscription ends with its period only when it ends in it: one that ends later is renewed until then', async () => {
  const { sdk, stripe, prices } = await openWorld(numbersFrom(1));
  const { id: customer } = await sdk.customers.create({ name: 'Simulated' });
  const items = [{ price: prices.get('tenantry_pro_month') ?? '' }];
  const { id } = await sdk.subscriptions.create({ customer, items, trial_period_days: 14 });
  const endsAfter = async (count: number) =>
    subscriptionFactsOf(await sdk.subscriptions.update(id, { cancel_at: stripe.clock.now() + count * day }), [])
      .cancelAtPeriodEnd;
  expect([await endsAfter(13), await endsAfter(14), await endsAfter(15), await endsAfter(400)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('fewer seats while a debt stands pay none of it', async () => {
  const seats = (used: number): Act => ({ kind: 'seats', used });
  const owing = [card(true), buy('month'), rest, seats(9), rest, card(false), days(32), rest];
  const later = [days(20), rest, days(15), rest, days(31), rest, days(31), rest];
  const keptSeats = await lookAt([...owing, rest, ...later], 'past_due');
  expect(keptSeats.slice(2).map(({ has, owes }) => [...(has as unknown[]).slice(1), owes])).toEqual([
    ['past_due', 'active', 0],
    ['past_due', 'active', 0],
    ['past_due', 'readonly', 20],
    ['past_due', 'readonly', 35],
    ['past_due', 'suspended', 66],
    ['past_due', 'suspended', 97],
  ]);
  const fewer = await lookAt([...owing, seats(1), rest, ...later], 'past_due');
  expect(fewer.map(({ has, owes }) => [has, owes])).toEqual(keptSeats.map(({ has, owes }) => [has, owes]));
});

test('a change of plan that asks for nothing makes no debt younger', async () => {
  const change = (interval: 'month' | 'year'): Act => ({ kind: 'change-plan', plan: 'pro', interval, which: 0 });
  const owing = [card(true), buy('year'), rest, card(false), days(366), rest];
  const [, owed, credited, back] = await lookAt(
    [...owing, days(40), change('month'), rest, change('year'), rest, days(1), rest],
    'past_due',
  );
  expect([owed, credited, back]).toMatchObject([
    { has: ['pro', 'past_due', 'active'], owes: 0 },
    // Stripe takes the credit for a payment.
    { has: ['pro', 'active', 'active'], owes: null },
    { has: ['pro', 'past_due', 'readonly'], owes: 40 },
  ]);
});
