import type { EventInTrouble, EventTrouble } from '@tenantry/model/operations/stripe-events';
import { paths } from '@tenantry/model/paths';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, test } from 'vitest';
import { stackStripe, tellStripe } from '../../support/billing/stack-stripe.ts';
import { newCustomerBusiness, planOf, subscribe } from '../../support/billing/customer-business.ts';
import { database, readDocument } from '../../support/database.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { failedEvent, newEventId } from '../../support/billing/inbox.ts';
import { newOperator } from '../revocation/places.ts';

let operator: Person;
beforeAll(async () => {
  operator = await newOperator();
  // Nothing but what these tests do brings anybody in step.
  await tellStripe('faults', { drop: true });
});

const ago = (minutes: number) => Timestamp.fromMillis(Date.now() - minutes * 60_000);

async function inbox(tenantId: string, fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const eventId = newEventId();
  await database().doc(paths.stripeEvent(eventId)).set(failedEvent(tenantId, fields));
  return eventId;
}

async function listed(trouble: EventTrouble): Promise<Map<string, EventInTrouble>> {
  const { events } = await operator.callOperator('listEvents', { trouble });
  return new Map(events.map((event) => [event.eventId, event]));
}

const auditOf = async (target: string) => {
  const { docs } = await database().collection(paths.platformAudits()).where('target', '==', target).get();
  return docs.map((entry) => entry.data());
};

describe('an operator', () => {
  test('sees which events failed or were left unfinished, of whom and why, and none that needs no hand', async () => {
    const { tenantId, slug } = await newCustomerBusiness();
    const failed = await inbox(tenantId, { error: 'StripeAPIError req_1', attempts: 3 });
    const unfinished = await inbox(tenantId, { status: 'recorded', error: null, receivedAt: ago(6) });
    const coming = await inbox(tenantId, { status: 'recorded', error: null, receivedAt: ago(1) });
    const done = await inbox(tenantId, { status: 'processed', error: null });

    const [ofFailed, ofUnfinished] = [await listed('failed'), await listed('unfinished')];
    const iso = expect.stringMatching(/^\d{4}-.*Z$/) as string;
    const told = { type: 'customer.updated', tenantId, slug, happenedAt: iso, receivedAt: iso };
    expect(ofFailed.get(failed)).toEqual({
      ...told,
      eventId: failed,
      trouble: 'failed',
      attempts: 3,
      error: 'StripeAPIError req_1',
    });
    expect(ofUnfinished.get(unfinished)).toMatchObject({ ...told, trouble: 'unfinished', attempts: 1, error: null });
    expect([coming, done].filter((id) => ofFailed.has(id) || ofUnfinished.has(id))).toEqual([]);
    expect([ofFailed.has(unfinished), ofUnfinished.has(failed)]).toEqual([false, false]);
  });

  test('sees what was left unfinished behind any number of events that are being carried out now', async () => {
    const { tenantId } = await newCustomerBusiness();
    const old = await inbox(tenantId, { status: 'recorded', error: null, receivedAt: ago(60) });
    const coming = Array.from({ length: 205 }, newEventId);
    const writer = database().bulkWriter();
    const fields = failedEvent(tenantId, { status: 'recorded', error: null, receivedAt: ago(1) });
    for (const eventId of coming) void writer.set(database().doc(paths.stripeEvent(eventId)), fields);
    await writer.flush();

    const { events } = await operator.callOperator('listEvents', { trouble: 'unfinished' });
    expect(events.map(({ eventId }) => eventId)).toContain(old);
    expect(events.filter(({ eventId }) => coming.includes(eventId))).toEqual([]);
    // Minutes from now they would be in the way of other tests' events.
    for (const eventId of coming) void writer.delete(database().doc(paths.stripeEvent(eventId)));
    await writer.close();
  });

  test('sees the others where one in the inbox is none', async () => {
    const { tenantId } = await newCustomerBusiness();
    const whole = await inbox(tenantId);
    const broken = [{ createdAt: FieldValue.delete() }, { receivedAt: 'today' }, { type: 7 }];
    const none = await Promise.all(broken.map(() => inbox(tenantId)));
    const listing = () => listed('failed').then((events) => [whole, ...none].filter((id) => events.has(id)));
    expect(await listing()).toEqual([whole, ...none]);
    await Promise.all(
      none.map((eventId, index) =>
        database()
          .doc(paths.stripeEvent(eventId))
          .update(broken[index] ?? {}),
      ),
    );
    expect(await listing()).toEqual([whole]);
    await Promise.all(none.map((eventId) => database().doc(paths.stripeEvent(eventId)).delete()));
  });

  test('carries one out again: the business is in step, the event leaves the list, and the log tells of it', async () => {
    const { tenantId, customer } = await newCustomerBusiness();
    await subscribe(customer, 'pro');
    const eventId = await inbox(tenantId, { customerId: customer });
    expect(await planOf(tenantId)).toBe('free');

    // While Stripe does not answer it stays, in words that say what to do.
    const path = `/v1/subscriptions?customer=${customer}`;
    await tellStripe('api-faults', { times: 3, answer: 500, path });
    const refused = await operator.tryOperator('replayEvent', { eventId });
    expect(refused).toMatchObject({
      details: { reason: 'contention' },
      message: expect.stringMatching(/payment service does not answer/) as string,
    });
    expect((await listed('failed')).get(eventId)).toMatchObject({ attempts: 2 });
    expect(await planOf(tenantId)).toBe('free');

    expect(await operator.callOperator('replayEvent', { eventId })).toEqual({ outcome: 'processed' });
    expect(await planOf(tenantId)).toBe('pro');
    expect((await listed('failed')).has(eventId)).toBe(false);
    expect(await readDocument(paths.stripeEvent(eventId))).toMatchObject({ status: 'processed', error: null });
    expect(await auditOf(eventId)).toMatchObject([
      { action: 'event.replayed', actor: operator.uid },
      { action: 'event.replayed', actor: operator.uid },
    ]);
  });

  test('brings a business in step whose events were lost, and sees how it stands', async () => {
    const { tenantId, customer } = await newCustomerBusiness();
    const { id } = await subscribe(customer, 'pro');
    const sync = () => operator.callOperator('syncTenantBilling', { tenantId });
    const { billing: before } = await operator.callOperator('getTenant', { tenantId });
    const nothing = { customerId: customer, plan: 'free', status: 'none', running: 0, pastDueSince: null };
    expect(before).toEqual({ ...nothing, hold: 'active', syncedAt: null });

    const { billing } = await sync();
    expect(billing).toEqual({
      ...before,
      plan: 'pro',
      status: 'active',
      running: 1,
      syncedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    });
    expect(await planOf(tenantId)).toBe('pro');
    expect((await operator.callOperator('getTenant', { tenantId })).billing).toEqual(billing);
    expect(await auditOf(tenantId)).toMatchObject([{ action: 'tenant.billing-synced', actor: operator.uid }]);

    // Whatever an operator gave stays beside what is paid for.
    await operator.callOperator('setTenantPlan', { tenantId, plan: 'business', reason: 'They help us' });
    await stackStripe().subscriptions.cancel(id);
    expect((await sync()).billing).toMatchObject({ plan: 'free', status: 'none', running: 0 });
    expect(await planOf(tenantId)).toBe('business');
  });

  test('is told when Stripe does not answer and when there is no such business; nobody else may', async () => {
    const { tenantId, customer, owner } = await newCustomerBusiness();
    await subscribe(customer, 'pro');
    await tellStripe('api-faults', { times: 3, answer: 500, path: `/v1/subscriptions?customer=${customer}` });
    expect(await operator.tryOperator('syncTenantBilling', { tenantId })).toMatchObject({
      details: { reason: 'contention' },
    });
    expect(await planOf(tenantId)).toBe('free');
    for (const person of [owner, await newPerson()]) {
      const answer = await person.tryOperator('syncTenantBilling', { tenantId });
      expect(answer).toMatchObject({ code: 'permission-denied', details: { reason: 'denied' } });
      expect(await planOf(tenantId)).toBe('free');
    }
    expect(await operator.tryOperator('syncTenantBilling', { tenantId })).toMatchObject({ ok: true });
    expect(await planOf(tenantId)).toBe('pro');
    await database().doc(paths.tenant(tenantId)).delete();
    expect(await operator.tryOperator('syncTenantBilling', { tenantId })).toMatchObject({
      details: { reason: 'missing' },
    });
  });
});
