import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem, openWindow, refusedCall } from '../../support/web/browser.ts';
import { database } from '../../support/database.ts';
import { mailTo } from '../../support/mailbox.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { enterShop, intoBasket, openPage, orderButton } from '../../support/web/portal.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { setAccess } from '../../support/staff.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await newShop('Nord Coffee');
  await shop.product({ name: 'Guji', stock: 9 });
});

const memberOf = async ({ tenantId }: Shop, { uid }: Person) =>
  (await database().doc(`tenants/${tenantId}/members/${uid}`).get()).data();

describe('the door of a shop', () => {
  test('shows name and hue to anybody who knows the address, and nothing else', async () => {
    await shop.owner.call('updateTenant', { tenantId: shop.tenantId, branding: { hue: 145 } });
    const page = await openWindow({ width: 375 });
    await page.goto(`/portal/${shop.slug}`);
    await page.getByRole('heading', { name: 'Nord Coffee' }).waitFor();
    expect(await page.title()).toBe('Nord Coffee');
    const hue = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--hue'));
    expect(await hue()).toBe('145');
    expect(await page.getByText('Guji').count()).toBe(0);
  });

  test.each([`shop-that-never-was`, 'Not A Slug', ''])('says that no shop is at «%s»', async (slug) => {
    const page = await openWindow({ width: 375 });
    await page.goto(`/portal/${encodeURIComponent(slug)}`);
    await page.getByRole('heading', { name: 'There is no shop at this address' }).waitFor();
  });

  test('lets a newcomer in by a link in a mail, to the page that was asked for', async () => {
    const page = await openWindow({ width: 375 });
    const email = `noah-${crypto.randomUUID()}@example.com`;
    await page.goto(`/portal/${shop.slug}?q=guji`);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send me a sign-in link' }).click();
    await page.getByText('Look into your mailbox').waitFor();
    const { text } = await mailTo(email, /./);
    await page.goto(/https?:\/\/\S+/.exec(text)?.[0] ?? '');
    await page.getByRole('button', { name: 'Join Nord Coffee' }).click();
    await page.getByText('1 product', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=guji');
  });

  test('is shut to newcomers when the shop says so, in words, and open to who is in', async () => {
    const closed = await newShop('Closed Coffee');
    await closed.product({ name: 'Mug' });
    const customer = await closed.customer();
    await closed.owner.call('updateTenant', { tenantId: closed.tenantId, joinOpen: false });
    const newcomer = await newPerson('newcomer');
    const page = await openWindow({ as: newcomer, width: 375 });
    await page.goto(`/portal/${closed.slug}`);
    expectProblem(page, refusedCall);
    await page.getByRole('button', { name: 'Join Closed Coffee' }).click();
    await page.getByRole('heading', { name: 'Closed Coffee takes no new customers at the moment' }).waitFor();
    expect(await memberOf(closed, newcomer)).toBeUndefined();

    const { page: inside } = await enterShop(closed, { person: customer });
    await inside.getByRole('link', { name: 'Mug' }).waitFor();
  });
});

describe('a place in the shop', () => {
  test('that ends while the page is open is told, and everything that was shown is gone', async () => {
    const { page, person } = await enterShop(shop);
    await intoBasket(page, 'Guji');
    expectProblem(page, refusedCall);
    await shop.owner.call('removeMember', { tenantId: shop.tenantId, uid: person.uid });
    await page.getByRole('heading', { name: 'You are no longer a customer of Nord Coffee' }).waitFor();
    expect(await page.getByText('Guji').count()).toBe(0);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('basket')))).toEqual([]);

    await page.getByRole('button', { name: 'Join again' }).click();
    await page.getByRole('button', { name: 'Join Nord Coffee' }).click();
    await page.getByRole('link', { name: 'Guji' }).waitFor();
    await intoBasket(page, 'Guji');
    await openPage(page, 'Basket');
    await orderButton(page).click();
    await page.getByText('We have your order').waitFor();
  });

  test('is left after being asked, and can be taken again', async () => {
    const { page, person } = await enterShop(shop, { at: 'account' });
    await page.getByRole('button', { name: 'Leave Nord Coffee' }).click();
    const dialog = page.getByRole('dialog', { name: 'Leave Nord Coffee?' });
    await dialog.getByRole('button', { name: 'Leave Nord Coffee' }).click();
    await page.getByRole('heading', { name: 'You have left Nord Coffee' }).waitFor();
    expect(await memberOf(shop, person)).toBeUndefined();
    await page.getByRole('button', { name: 'Join again' }).click();
    await page.getByRole('link', { name: 'Guji' }).waitFor();
    expect(await memberOf(shop, person)).toMatchObject({ role: 'customer' });
  });

  test('shows the name and the language that the person chose', async () => {
    const { page, person } = await enterShop(shop, { at: 'account' });
    await page.getByLabel('Your name').fill('Clara Berg');
    await page.getByLabel('Language').selectOption('de-DE');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^Saved|saved/).waitFor();
    expect(await memberOf(shop, person)).toMatchObject({ displayName: 'Clara Berg' });
    await openPage(page, 'Shop');
    await page.getByText('4,50 €').waitFor();
  });

  test('of staff shows the shop as customers see it, and their order is their own', async () => {
    const { page, person } = await enterShop(shop, { person: await shop.staff('member') });
    await page.getByText('You see your shop as customers see it').waitFor();
    await intoBasket(page, 'Guji');
    await openPage(page, 'Basket');
    await orderButton(page).click();
    await page.getByText('We have your order').waitFor();
    expect((await shop.readOrders()).at(-1)).toMatchObject({ customerUid: person.uid });
  });
});

describe('a shop that is held back', () => {
  test('suspended, says so to who is in and to who would join, and opens again', async () => {
    const held = await newShop('Held Coffee');
    await held.product({ name: 'Mug' });
    const { page } = await enterShop(held);
    await page.getByRole('link', { name: 'Mug' }).waitFor();
    await setAccess(held.tenantId, { status: 'suspended', 'holds.operator': 'suspended' });
    expectProblem(page, refusedCall);
    await page.reload();
    await page.getByRole('heading', { name: 'Held Coffee is closed for now' }).waitFor();
    expect(await page.getByText('Mug').count()).toBe(0);

    const outside = await openWindow({ as: await newPerson('newcomer'), width: 375 });
    await outside.goto(`/portal/${held.slug}`);
    expectProblem(outside, refusedCall);
    await outside.getByRole('button', { name: 'Join Held Coffee' }).click();
    await outside.getByRole('heading', { name: 'Held Coffee is closed for now' }).waitFor();

    await setAccess(held.tenantId, { status: 'active', 'holds.operator': 'active' });
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('link', { name: 'Mug' }).waitFor();
  });

  test('read-only, shows everything, takes no orders and lets customers cancel', async () => {
    const held = await newShop('Quiet Coffee');
    const productId = await held.product({ name: 'Mug' });
    const person = await held.customer();
    const { orderId, number } = await person.call('placeOrder', held.order([productId, 1]));
    const { page } = await enterShop(held, { person });
    await intoBasket(page, 'Mug');
    await openPage(page, 'Basket');
    await orderButton(page).waitFor();
    await setAccess(held.tenantId, { status: 'readonly', 'holds.operator': 'readonly' });
    expectProblem(page, refusedCall);
    await orderButton(page).click();
    await page.getByText('Quiet Coffee takes no orders at the moment').first().waitFor();
    expect(await orderButton(page).count()).toBe(0);
    expect(await held.readOrders()).toHaveLength(1);

    await openPage(page, 'Orders');
    await page.getByRole('link', { name: `Order ${number}` }).click();
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByText(`Order ${number} is cancelled.`).waitFor();
    expect((await held.readOrder(orderId))?.status).toBe('cancelled');
  });
});
