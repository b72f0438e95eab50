import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { mailsTo, mailTo } from '../../support/mailbox.ts';
import type { Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { stack } from '../../support/stack.ts';

let shop: Shop;
let customer: Person;

beforeAll(async () => {
  shop = await newShop('Café Zoë ☕ & Söhne');
  customer = await shop.customer('ann');
  await customer.call('updateProfile', { locale: 'en-GB' });
  await shop.owner.call('updateTenant', {
    tenantId: shop.tenantId,
    locale: 'de-DE',
    orderText: 'Pick it up\nat the blue door 🚪',
  });
});

const orderPage = (orderId: string) => `${stack.web}/portal/${shop.slug}/orders/${orderId}`;

describe('the customer of an order is told by mail', () => {
  test('that it was placed, with its lines, its total, the shop’s own text and its page', async () => {
    const tea = await shop.product({ name: 'Grüner Tee 🍵 <b>', sku: 'T-1', unitAmount: 123_450 });
    const { orderId, number } = await customer.call('placeOrder', {
      ...shop.order([tea, 2]),
      message: 'Ring twice',
    });

    const mail = await mailTo(customer.email, new RegExp(`^Your order no\\. ${number} at Café Zoë ☕ & Söhne$`));
    expect(mail.to).toBe(customer.email);
    expect(mail.text).toMatch(/2 × Grüner Tee 🍵 <b> \(T-1\) +€2,469\.00/);
    expect(mail.text).toMatch(/Total: €2,469\.00/);
    expect(mail.text).toContain('Ring twice');
    expect(mail.text).toMatch(/Pick it up\r?\nat the blue door 🚪/);
    expect(mail.text).toContain(orderPage(orderId));
    expect(mail.html).toContain(`href="${orderPage(orderId)}"`);
    expect(mail.html).toContain('Grüner Tee 🍵 &lt;b&gt;');
  });

  test('that it was fulfilled', async () => {
    const { orderId, number } = await customer.call('placeOrder', shop.order([await shop.product(), 1]));
    await shop.owner.call('fulfillOrder', { tenantId: shop.tenantId, orderId });
    const mail = await mailTo(customer.email, new RegExp(`^Your order no\\. ${number} .* is done$`));
    expect(mail.text).toContain(orderPage(orderId));
  });

  test('that the shop has cancelled it, and why', async () => {
    const { orderId, number } = await customer.call('placeOrder', shop.order([await shop.product(), 1]));
    await shop.owner.call('cancelOrder', { tenantId: shop.tenantId, orderId, reason: 'Sold out <sorry>' });
    const mail = await mailTo(customer.email, new RegExp(`^Your order no\\. ${number} .* was cancelled$`));
    expect(mail.text).toContain('Café Zoë ☕ & Söhne has cancelled your order. The reason:');
    expect(mail.text).toContain('Sold out <sorry>');
    expect(mail.html).toContain('Sold out &lt;sorry&gt;');
  });

  test('also when the staff placed it for them, and nobody is when it has no address', async () => {
    const tea = await shop.product();
    const mails = async () => (await database().collection('mail').where('tenantId', '==', shop.tenantId).get()).size;
    const before = await mails();
    await shop.owner.call('placeOrder', { ...shop.order([tea, 1]), customerName: 'Ann at the door' });
    await shop.owner.call('placeOrder', shop.order([tea, 1]));
    expect(await mails()).toBe(before);

    const { number } = await shop.owner.call('placeOrder', { ...shop.order([tea, 1]), customerUid: customer.uid });
    expect(await mails()).toBe(before + 1);
    await mailTo(customer.email, new RegExp(`^Your order no\\. ${number} `));
  });

  test('once for one key, and not at all of an order that was refused', async () => {
    const buyer = await shop.customer('once');
    const tea = await shop.product({ stock: 1 });
    const order = shop.order([tea, 1]);
    const { number } = await buyer.call('placeOrder', order);
    await buyer.call('placeOrder', order);
    expect(await buyer.try('placeOrder', shop.order([tea, 1]))).toMatchObject({ details: { reason: 'stock' } });

    // Who has chosen no language is written to in that of the business.
    const mail = await mailTo(buyer.email, new RegExp(`^Ihre Bestellung Nr\\. ${number} bei Café Zoë`));
    expect(mail.html).toContain('lang="de"');
    expect(mail.text).toMatch(/Summe: 4,50\s€/);
    const written = await database().collection('mail').where('to', '==', buyer.email).get();
    expect(written.size).toBe(1);
    expect(await mailsTo(buyer.email)).toHaveLength(1);
  });
});

test('an invitation leads to its page with a secret that is in no document, and is accepted with it', async () => {
  const invited = await shop.customer('invited');
  await shop.owner.call('removeMember', { tenantId: shop.tenantId, uid: invited.uid });
  const { inviteId } = await shop.owner.call('inviteMember', {
    tenantId: shop.tenantId,
    email: invited.email,
    role: 'member',
    message: 'Come\nand help us 👋',
  });

  const mail = await mailTo(invited.email, /lädt Sie zu Café Zoë ☕ & Söhne ein$/);
  const link = new RegExp(`${stack.web}/invite/${shop.tenantId}/${inviteId}#([\\w-]+)$`, 'm').exec(mail.text);
  const secret = link?.[1] ?? '';
  expect(mail.html).toContain(`href="${link?.[0]}"`);
  expect(mail.text).toMatch(/Come\r?\nand help us 👋/);

  const toThem = database().collection('mail').where('to', '==', invited.email);
  const written = await toThem.where('kind', '==', 'invitation').get();
  expect(written.size).toBe(1);
  expect(JSON.stringify(written.docs.map((document) => document.data()))).not.toContain(secret);
  expect(await invited.try('acceptInvite', { tenantId: shop.tenantId, inviteId, secret })).toMatchObject({ ok: true });
});
