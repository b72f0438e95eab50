import { deliverMail, type Tools } from '../../../functions/src/mail/deliver-mail.ts';
import type { Carrier, Outcome, Outgoing } from '../../../functions/src/mail/smtp.ts';
import { sweepMail } from '../../../functions/src/mail/sweep-mail.ts';
import { inPlatformContext, inTenantContext } from '../../../functions/src/platform/tenant-context.ts';
import { mailPreparations } from '../../../functions/src/mail-preparations.ts';
import { renderMail } from '../../../functions/src/mail-templates.ts';
import { Timestamp } from 'firebase-admin/firestore';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { database, readDocument } from '../../support/database.ts';
import { mailsTo, mailTo } from '../../support/mailbox.ts';
import { newShop, type Shop } from '../../support/shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await newShop();
});

const order = {
  shopName: 'Shop',
  slug: 'shop',
  orderId: 'order-1',
  number: 7,
  currency: 'EUR',
  lines: [],
  total: 0,
  customerName: 'Ann',
};

/** A mail in the outbox that no task was made for. */
async function queuedMail(fields: Record<string, unknown> = {}): Promise<string> {
  const mailId = randomUUID();
  await database()
    .doc(`mail/${mailId}`)
    .set({
      kind: 'order-fulfilled',
      to: `${mailId}@example.com`,
      tenantId: shop.tenantId,
      data: order,
      status: 'queued',
      attempts: 0,
      createdAt: Timestamp.now(),
      queuedAt: Timestamp.now(),
      expiresAt: Timestamp.now(),
      ...fields,
    });
  return mailId;
}

/** A carrier that notes what it is given and answers what it is told to. */
function carrier(outcome: Outcome = { kind: 'sent' }): Carrier & { readonly carried: Outgoing[] } {
  const carried: Outgoing[] = [];
  return {
    carried,
    ready: () => Promise.resolve(),
    send: (mail) => {
      carried.push(mail);
      return Promise.resolve(outcome);
    },
  };
}

const deliver = (mailId: string, tools: Partial<Tools> = {}, tenantId = shop.tenantId) =>
  inTenantContext(tenantId, 'test', () =>
    deliverMail(
      { mailId, tenantId },
      {
        preparations: mailPreparations,
        render: renderMail,
        carrier: carrier(),
        now: () => new Date(),
        ...tools,
      },
    ),
  );

const statusOf = async (mailId: string) => (await readDocument(`mail/${mailId}`))?.status;

describe('a mail', () => {
  test('goes out once, however many tasks carry it at once and after one another', async () => {
    const mailId = await queuedMail();
    const one = carrier();
    const ends = await Promise.all(Array.from({ length: 5 }, () => deliver(mailId, { carrier: one })));

    expect(ends.sort()).toEqual(['sent', 'taken', 'taken', 'taken', 'taken']);
    expect(await deliver(mailId, { carrier: one })).toBe('taken');
    expect(one.carried).toHaveLength(1);
    expect(await readDocument(`mail/${mailId}`)).toMatchObject({ status: 'sent', attempts: 1 });
  });

  test('stays queued when nothing was handed over: no connection, no template', async () => {
    const mailId = await queuedMail();
    const down: Carrier = { ...carrier(), ready: () => Promise.reject(new Error('connection refused')) };
    await expect(deliver(mailId, { carrier: down })).rejects.toThrow('connection refused');
    await expect(deliver(mailId, { render: () => Promise.reject(new Error('broken')) })).rejects.toThrow('broken');
    expect(await readDocument(`mail/${mailId}`)).toMatchObject({ status: 'queued', attempts: 0 });
    expect(await deliver(mailId)).toBe('sent');
  });

  test('that was refused for now is queued again and thrown, and given up after many tries', async () => {
    const mailId = await queuedMail({ attempts: 18 });
    const busy = carrier({ kind: 'later', fault: new Error('450 busy') });
    await expect(deliver(mailId, { carrier: busy })).rejects.toThrow('450 busy');
    await expect(deliver(mailId, { carrier: busy })).rejects.toThrow('450 busy');
    expect(await readDocument(`mail/${mailId}`)).toMatchObject({ status: 'queued', attempts: 20 });
    expect(await deliver(mailId, { carrier: busy })).toBe('failed');
    expect(busy.carried).toHaveLength(2);
    expect(await statusOf(mailId)).toBe('failed');
  });

  test('that was refused for good fails', async () => {
    const mailId = await queuedMail();
    const refuses = carrier({ kind: 'refused', fault: new Error('550 nobody here') });
    expect(await deliver(mailId, { carrier: refuses })).toBe('failed');
    expect(await statusOf(mailId)).toBe('failed');
  });

  test('of which nobody knows whether it arrived stays claimed, and no later task sends it again', async () => {
    const mailId = await queuedMail();
    const lost = carrier({ kind: 'unknown', fault: new Error('connection lost') });
    expect(await deliver(mailId, { carrier: lost })).toBe('unknown');
    expect(await statusOf(mailId)).toBe('claimed');
    const again = carrier();
    expect(await deliver(mailId, { carrier: again })).toBe('taken');
    expect(again.carried).toEqual([]);
  });

  test('that no template can read fails, and one that waited for days is left', async () => {
    const now = new Date();
    const unreadable = await queuedMail({ data: { number: 'seven' } });
    const unknownKind = await queuedMail({ kind: 'constructor' });
    const old = await queuedMail({ createdAt: Timestamp.fromMillis(now.getTime() - 4 * 86_400_000) });
    const none = carrier();
    expect(await deliver(unreadable, { carrier: none })).toBe('failed');
    expect(await deliver(unknownKind, { carrier: none })).toBe('failed');
    expect(await deliver(old, { carrier: none })).toBe('skipped');
    expect(none.carried).toEqual([]);
  });

  test('of another tenant is not touched by a task that names this one', async () => {
    const other = await newShop();
    const mailId = await queuedMail({ tenantId: other.tenantId });
    const none = carrier();
    expect(await deliver(mailId, { carrier: none })).toBe('taken');
    expect(await statusOf(mailId)).toBe('queued');
    expect(await deliver(mailId, {}, other.tenantId)).toBe('sent');
  });

  test('of an invitation goes out only while that generation of it is open, and says there how it fares', async () => {
    const { tenantId } = shop;
    let inviteId = '';
    const mailOf = async () => (await readDocument(`tenants/${tenantId}/invites/${inviteId}`))?.mail as object;
    const invited = async (fields: object, generation = 1, outcome?: Outcome) => {
      inviteId = randomUUID();
      await database()
        .doc(`tenants/${tenantId}/invites/${inviteId}`)
        .set({ status: 'open', generation: 1, expiresAt: Timestamp.fromMillis(Date.now() + 60_000), ...fields });
      const words = { tenantName: 'Shop', inviterName: 'Ann', role: 'member', message: '' };
      const mailId = await queuedMail({ kind: 'invitation', data: { tenantId, inviteId, generation, ...words } });
      return deliver(mailId, { carrier: carrier(outcome) });
    };

    expect(await invited({})).toBe('sent');
    expect(await mailOf()).toMatchObject({ generation: 1, state: 'sent' });
    const fault = new Error('no answer');
    expect(await invited({}, 1, { kind: 'unknown', fault })).toBe('unknown');
    expect(await mailOf()).toMatchObject({ state: 'sending' });
    expect(await invited({}, 1, { kind: 'refused', fault })).toBe('failed');
    expect(await mailOf()).toMatchObject({ state: 'failed' });
    await expect(invited({}, 1, { kind: 'later', fault })).rejects.toThrow('no answer');
    expect(await mailOf()).toMatchObject({ state: 'waiting' });
    expect(await invited({ generation: 2 })).toBe('skipped');
    expect(await invited({ status: 'revoked' })).toBe('skipped');
    expect(await invited({ status: 'accepted' })).toBe('skipped');
    expect(await invited({ expiresAt: Timestamp.fromMillis(Date.now() - 1) })).toBe('skipped');
  });
});

test('the sweep sends once what waits for too long in the outbox, and leaves what is young or done', async () => {
  const minutesAgo = (minutes: number) => Timestamp.fromMillis(Date.now() - minutes * 60_000);
  const stranded = await queuedMail({ queuedAt: minutesAgo(20) });
  const young = await queuedMail({ queuedAt: minutesAgo(5) });
  const claimed = await queuedMail({ queuedAt: minutesAgo(20), status: 'claimed' });
  const sweep = () => inPlatformContext('test', () => sweepMail(new Date()));

  const [first, second] = await Promise.all([sweep(), sweep()]);
  expect(Math.max(first.queued, second.queued)).toBeGreaterThanOrEqual(1);
  expect(Math.min(first.queued, second.queued)).toBe(0);
  await mailTo(`${stranded}@example.com`, /order no\. 7/);
  await expect.poll(() => statusOf(stranded)).toBe('sent');
  expect(await statusOf(young)).toBe('queued');
  expect(await statusOf(claimed)).toBe('claimed');
  expect(await mailsTo(`${stranded}@example.com`)).toHaveLength(1);
});

describe('the confirmation of an order', () => {
  const placed = async (fields: object = {}) => {
    const orderId = randomUUID();
    await database()
      .doc(`tenants/${shop.tenantId}/orders/${orderId}`)
      .set({ status: 'placed', customerUid: 'ann', placedAt: Timestamp.now() });
    const data = { ...order, orderId, orderText: '', message: '', ...fields };
    return { orderId, mailId: await queuedMail({ kind: 'order-placed', data }) };
  };
  const arrivals = async (orderId: string) => {
    const about = database().collection('mail').where('data.orderId', '==', orderId);
    return (await about.where('kind', '==', 'order-arrived').get()).docs;
  };

  test('brings one mail to each who asked, however often it is tried, and none of what the team took', async () => {
    const { tenantId, owner } = shop;
    await owner.call('setNotifications', { tenantId, newOrders: true });
    const { orderId, mailId } = await placed();
    const busy = carrier({ kind: 'later', fault: new Error('450 busy') });
    await expect(deliver(mailId, { carrier: busy })).rejects.toThrow('450 busy');
    await Promise.all(Array.from({ length: 4 }, () => deliver(mailId)));
    expect((await arrivals(orderId)).map((mail) => mail.get('to') as string)).toEqual([owner.email]);

    const own = await placed({ byStaff: true });
    expect(await deliver(own.mailId)).toBe('sent');
    expect(await arrivals(own.orderId)).toEqual([]);
  });

  test('goes to nobody who lost the right, the wish or the reason before it was sent', async () => {
    const { tenantId, owner } = shop;
    const newOrders = { notifications: { newOrders: true } };
    const told = async (member: object, change: object = {}) => {
      const { orderId } = await placed();
      const uid = randomUUID();
      const email = `${uid}@example.com`;
      await database()
        .doc(`tenants/${tenantId}/members/${uid}`)
        .set({ uid, email, role: 'viewer', ...member });
      await database().doc(`tenants/${tenantId}/orders/${orderId}`).set(change, { merge: true });
      const data = { ...order, orderId, uid, message: '', placedAt: Date.now() };
      return deliver(await queuedMail({ kind: 'order-arrived', to: email, data }));
    };

    expect(await told(newOrders)).toBe('sent');
    expect(await told({ ...newOrders, role: 'customer' })).toBe('skipped');
    expect(await told({ ...newOrders, role: 'role-that-is-not' })).toBe('skipped');
    expect(await told({ notifications: { newOrders: false } })).toBe('skipped');
    expect(await told({})).toBe('skipped');
    expect(await told(newOrders, { status: 'cancelled' })).toBe('skipped');
    const access = database().doc(`tenants/${tenantId}/system/access`);
    await access.update({ status: 'suspended' });
    expect(await told(newOrders)).toBe('skipped');
    await access.update({ status: 'active' });
    await owner.call('setNotifications', { tenantId, newOrders: false });
  });
});
