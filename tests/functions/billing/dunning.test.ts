import { day } from '@tenantry/model/billing/dunning';
import { paths } from '@tenantry/model/paths';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteCheck } from '../../../functions/src/billing/sync/note-check.ts';
import { inPlatformContext } from '../../../functions/src/platform/tenant-context.ts';
import { schedules } from '../../../functions/src/schedules.ts';
import { billingPath, moveStripeTo, tellStripe } from '../../support/billing/stack-stripe.ts';
import { readDocument } from '../../support/database.ts';
import { mailTo } from '../../support/mailbox.ts';
import type { Subscriber } from '../../support/billing/subscriber.ts';
import { stack } from '../../support/stack.ts';
import { newOperator } from '../revocation/places.ts';
import { dunAt, hour, keepStripesClock, openDebts, owesSince, sentLater, written } from './debts.ts';

let debts: Awaited<ReturnType<typeof openDebts>>;
let debtor: Subscriber;
let payer: Subscriber;
/** Nobody hears of its debt for ten days. */
let unheard: Subscriber;
/** When the debt began, in milliseconds. */
let since: number;
let putBack: () => Promise<void>;

const refused = (status: string) => ({ reason: 'state', status });

beforeAll(async () => {
  putBack = await keepStripesClock();
  debts = await openDebts();
  ({ debtor, payer, unheard } = debts);
});
// Other tests’ Stripe is of today.
afterAll(() => putBack());

describe('a renewal that fails', () => {
  test('is known at once, shown with its day, and written to every owner in their language, and changes no right', async () => {
    expect(await owesSince(debtor)).toBeNull();
    await debtor.renew();
    await expect.poll(() => owesSince(debtor)).not.toBeNull();
    since = (await owesSince(debtor)) ?? 0;
    expect(await debtor.standing()).toMatchObject({ plan: 'pro', status: 'past_due' });
    expect(await payer.standing()).toMatchObject({ plan: 'pro', status: 'active', pastDueSince: null });
    expect(await debts.reminders()).toEqual(written(0));
    expect(await debtor.access()).toMatchObject({ status: 'active', holds: { billing: 'active' } });

    const [english, german] = await Promise.all([
      mailTo(debtor.owner.email, /The payment for Owing did not go through/),
      mailTo(debts.partner.email, /Die Zahlung für Owing hat nicht geklappt/),
    ]);
    for (const { html } of [english, german]) expect(html).toContain(`href="${stack.web}/t/${debtor.slug}/billing"`);
    // From here on the schedule is alone: Stripe's events are lost, those of its further attempts too.
    await tellStripe('faults', { drop: true });
  });

  test('is written about again on day 3, not before, and once, however many schedules run at once', async () => {
    await dunAt(since + 3 * day - 1_000);
    expect(await debts.reminders()).toEqual(written(0));
    await moveStripeTo(since + 3 * day);
    await Promise.all([1, 2].map(() => schedules.dunning(new Date(since + 3 * day))));
    await schedules.dunning(new Date(since + 3 * day));
    expect(await debts.reminders()).toEqual(written(0, 3));
  });

  test('is written about on day 7, by the command that runs the schedule', async () => {
    await dunAt(since + 7 * day - 1_000);
    expect(await debts.reminders()).toEqual(written(0, 3));
    const at = new Date(since + 7 * day).toISOString();
    const { stdout } = await promisify(execFile)('npm', ['run', 'schedule', '--', 'dunning', '--at', at]);
    expect(stdout).toContain(`dunning at ${at}: {"tenants":`);
    expect(await debts.reminders()).toEqual(written(0, 3, 7));
    await mailTo(debtor.owner.email, /The payment for Owing is still owed/);
  });
});

describe('a debt that nobody heard of for ten days', () => {
  test('is found by the night’s schedule and written about once, and not for each of the days that passed', async () => {
    expect(await unheard.standing()).toMatchObject({ status: 'active', pastDueSince: null });
    const tenth = since + 10 * day + 3 * hour;
    await moveStripeTo(tenth);
    await schedules.reconcileBilling(new Date(tenth));
    expect(await owesSince(unheard)).toBeGreaterThan(since + hour);
    await schedules.dunning(new Date(tenth));
    expect(await unheard.remindersTo(unheard.owner.email)).toEqual([7]);
    expect(await debts.reminders()).toEqual(written(0, 3, 7));
  });
});

describe('after fourteen days', () => {
  test('the business is read-only, and not before: its customers look and do not order, one that pays goes on', async () => {
    await dunAt(since + 14 * day - 1_000);
    expect(await debtor.access()).toMatchObject({ status: 'active' });
    expect(await debts.orders()).toEqual(['ok', 'ok']);
    await dunAt(since + 14 * day);
    expect(await debtor.access()).toEqual({
      status: 'readonly',
      holds: { operator: 'active', billing: 'readonly', deletion: 'active' },
    });
    expect((await debtor.owner.call('activateTenant', { tenantId: debtor.tenantId })).heldBy).toEqual(['billing']);
    expect(await debts.orders()).toEqual([refused('readonly'), 'ok']);
    expect(await debts.reads()).toEqual([200, 200]);
    expect(await debtor.owner.try('updateTenant', { tenantId: debtor.tenantId, name: 'X' })).toMatchObject({
      ok: false,
    });
    expect(await debtor.readOrders()).toHaveLength(1);
    expect(await debts.reminders()).toEqual(written(0, 3, 7));
  });

  test('payment lifts what the debt held and leaves an operator’s hold where it is', async () => {
    const operator = await newOperator();
    await schedules.dunning(new Date(since + 15 * day));
    await operator.callOperator('setTenantStatus', {
      tenantId: unheard.tenantId,
      status: 'readonly',
      reason: 'A complaint is looked into',
    });
    const { tenantId } = unheard;
    const holders = async () => (await unheard.owner.call('activateTenant', { tenantId })).heldBy;
    expect((await unheard.access()).holds).toMatchObject({ operator: 'readonly', billing: 'readonly' });
    expect(await holders()).toEqual(['operator', 'billing']);
    await unheard.pay();
    await unheard.owner.call('syncBilling', { tenantId: unheard.tenantId });
    expect(await unheard.access()).toEqual({
      status: 'readonly',
      holds: { operator: 'readonly', billing: 'active', deletion: 'active' },
    });
    expect(await holders()).toEqual(['operator']);
    expect(await debts.unheardsOrder()).toEqual(refused('readonly'));
    await operator.callOperator('setTenantStatus', {
      tenantId: unheard.tenantId,
      status: 'active',
      reason: 'It was nothing',
    });
    expect(await holders()).toBeUndefined();
    expect(await debts.unheardsOrder()).toBe('ok');
  });
});

describe('what waited until it was not true any more', () => {
  test('is not sent: a reminder goes out while it is the debt’s last one, and not after payment', async () => {
    expect(await sentLater(debtor, 3)).toBe('skipped');
    expect(await sentLater(debtor, 7)).toBe('sent');
    expect(await sentLater(unheard, 7)).toBe('skipped');
  });

  test('is not looked at again and again, and does not take the place of what was noted later', async () => {
    const placement = paths.placement(payer.tenantId);
    const { fence } = (await readDocument(billingPath(payer.tenantId))) as { fence: number };
    const noted = () => readDocument(placement).then((found) => found?.billingCheckAt ?? null);
    await inPlatformContext('test', () => noteCheck(payer.tenantId, { checkAt: since + 30 * day, fence: fence - 1 }));
    expect(await noted()).not.toBeNull();
    await dunAt(since + 30 * day);
    expect(await noted()).toBeNull();
    await inPlatformContext('test', () => noteCheck(payer.tenantId, { checkAt: since + 30 * day, fence: fence - 1 }));
    expect(await noted()).toBeNull();
  });
});

describe('after sixty days', () => {
  test('the business is suspended, and not before, and its owner can still pay', async () => {
    await dunAt(since + 60 * day - 1_000);
    expect(await debtor.access()).toMatchObject({ status: 'readonly' });
    expect(await debts.reads()).toEqual([200, 200]);
    await dunAt(since + 60 * day);
    expect(await debtor.access()).toMatchObject({ status: 'suspended', holds: { billing: 'suspended' } });
    expect(await debts.reads()).toEqual([403, 200]);
    expect(await debts.orders()).toEqual([refused('suspended'), 'ok']);
    // Both are let through to Stripe: a second subscription is refused because of the first, not of the hold.
    const wish = { tenantId: debtor.tenantId, plan: 'pro', interval: 'month' } as const;
    expect(await debtor.owner.try('startCheckout', wish)).toMatchObject({ details: refused('unpaid') });
    await expect(debtor.owner.call('openBillingPortal', { tenantId: debtor.tenantId })).resolves.toHaveProperty('url');
    expect(await debts.admin.try('openBillingPortal', { tenantId: debtor.tenantId })).toMatchObject({ ok: false });
  });

  test('payment in Stripe’s portal opens it again at once, by the event, and the next debt begins anew', async () => {
    await tellStripe('faults', {});
    await debtor.pay();
    await expect.poll(debtor.access.bind(debtor)).toMatchObject({ status: 'active', holds: { billing: 'active' } });
    expect(await debtor.standing()).toMatchObject({ plan: 'pro', status: 'active', pastDueSince: null });
    expect(await debts.orders()).toEqual(['ok', 'ok']);
    await schedules.dunning(new Date(since + 61 * day));
    expect(await debts.reminders()).toEqual(written(0, 3, 7));

    await debtor.useCard('pm_card_chargeCustomerFail');
    await debtor.renew();
    await expect.poll(() => owesSince(debtor)).toBeGreaterThan(since + 60 * day);
    expect(await debts.reminders()).toEqual(written(0, 0, 3, 7));
  });
});

describe('an invoice that was left open', () => {
  test('beside later ones that were paid makes no later debt older: that one is written about on days of its own', async () => {
    const left = (await owesSince(debtor)) ?? 0;
    // Stripe has tried for the last time, unheard. A good card is charged for the year that begins, and for that alone.
    await tellStripe('faults', { drop: true });
    await moveStripeTo(left + 8 * day);
    await debtor.useCard('pm_card_visa');
    await tellStripe('faults', {});
    await debtor.goOverToYear('pro');
    await expect
      .poll(() => debtor.standing())
      .toMatchObject({ status: 'active', interval: 'year', pastDueSince: null });
    expect(await debtor.invoicesThatAre('open')).toHaveLength(1);

    // A year of everybody's events.
    await tellStripe('faults', { drop: true });
    await debtor.useCard('pm_card_chargeCustomerFail');
    await debtor.renew();
    await debtor.owner.call('syncBilling', { tenantId: debtor.tenantId });
    const anew = (await owesSince(debtor)) ?? 0;
    expect(anew).toBeGreaterThan(left + 365 * day);
    expect(await debtor.invoicesThatAre('open')).toHaveLength(2);
    expect(await debtor.access()).toMatchObject({ status: 'active', holds: { billing: 'active' } });
    expect(await debts.reminders()).toEqual(written(0, 0, 0, 3, 7));
    await dunAt(anew + 3 * day);
    expect(await debts.reminders()).toEqual(written(0, 0, 0, 3, 3, 7));
    await dunAt(anew + 7 * day);
    expect(await debts.reminders()).toEqual(written(0, 0, 0, 3, 3, 7, 7));
    await dunAt(anew + 14 * day - 1_000);
    expect(await debtor.access()).toMatchObject({ status: 'active' });
    await dunAt(anew + 14 * day);
    expect(await debtor.access()).toMatchObject({ status: 'readonly', holds: { billing: 'readonly' } });
  });
});
