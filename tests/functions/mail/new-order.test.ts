import { expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { mailsTo, mailTo } from '../../support/mailbox.ts';
import type { Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { stack } from '../../support/stack.ts';

/** The mails that an order has written so far, by kind and address. */
async function mailsAbout(orderId: string) {
  const found = await database().collection('mail').where('data.orderId', '==', orderId).get();
  return found.docs.map((mail) => mail.data() as { kind: string; to: string; status: string });
}

/** Who was told that this order came, once its mails are done. */
async function toldOf(orderId: string): Promise<string[]> {
  const done = async () => {
    const mails = await mailsAbout(orderId);
    return mails.length > 0 && mails.every(({ status }) => status === 'sent' || status === 'skipped');
  };
  await expect.poll(done, { timeout: 30_000 }).toBe(true);
  const arrived = (await mailsAbout(orderId)).filter(({ kind }) => kind === 'order-arrived');
  return arrived.filter(({ status }) => status === 'sent').map(({ to }) => to);
}

test('a customer’s order is told to those of the team who asked for it and still may see it', async () => {
  const shop: Shop = await newShop('Blue Door');
  const { tenantId, owner } = shop;
  const [customer, viewer, member] = await Promise.all([
    shop.customer('ann'),
    shop.staff('viewer'),
    shop.staff('member'),
  ]);
  const asks = (person: Person, newOrders?: boolean) => person.call('setNotifications', { tenantId, newOrders });
  const order = async () => {
    const { orderId } = await customer.call('placeOrder', { ...shop.order([tea, 2]), message: 'Ring <twice>' });
    return orderId;
  };
  const tea = await shop.product({ name: 'Tea', sku: 'T-1', unitAmount: 450, stock: 100 });

  // Nobody is told who has not asked, and a customer can't ask.
  expect(await toldOf(await order())).toEqual([]);
  expect(await customer.try('setNotifications', { tenantId, newOrders: true })).toMatchObject({
    details: { reason: 'denied' },
  });
  expect(await asks(viewer, true)).toEqual({ newOrders: true });
  expect(await asks(viewer)).toEqual({ newOrders: true });
  expect(await asks(member)).toEqual({ newOrders: false });
  await asks(owner, true);
  await owner.call('updateProfile', { locale: 'de' });

  const first = await order();
  expect(new Set(await toldOf(first))).toEqual(new Set([owner.email, viewer.email]));
  const mail = await mailTo(viewer.email, /^New order no\. 2 at Blue Door$/);
  expect(mail.text).toMatch(/2 × Tea \(T-1\) +€9\.00/);
  expect(mail.text).toContain('Ring <twice>');
  expect(mail.html).toContain('Ring &lt;twice&gt;');
  expect(mail.html).toContain(`href="${stack.web}/t/${shop.slug}/orders/${first}"`);
  await mailTo(owner.email, /^Neue Bestellung Nr\. 2 bei Blue Door$/);
  expect(await mailsTo(member.email)).toEqual(
    expect.not.arrayContaining([expect.objectContaining({ subject: expect.stringContaining('New order') as string })]),
  );

  // What the team takes itself is told to nobody; whoever lost the right is told nothing more, though they had asked.
  const { orderId: own } = await member.call('placeOrder', { ...shop.order([tea, 1]), customerUid: customer.uid });
  expect(await toldOf(own)).toEqual([]);
  await owner.call('setMemberRole', { tenantId, uid: viewer.uid, role: 'customer' });
  expect(await toldOf(await order())).toEqual([owner.email]);
  await asks(owner, false);
  expect(await toldOf(await order())).toEqual([]);
});
