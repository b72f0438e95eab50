import type { Page } from 'playwright-core';
import { beforeAll, describe, test } from 'vitest';
import { expectProblem, openWindow, refusedCall, signIn } from '../../support/web/browser.ts';
import { photograph } from '../../support/web/photograph.ts';
import { writeProduct } from '../../support/direct-write.ts';
import { firstReads, force, type Forced, withoutListening } from '../../support/web/forced-answers.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { enterShop, intoBasket, openPage, orderButton } from '../../support/web/portal.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { setAccess } from '../../support/staff.ts';

let shop: Shop;
let bare: Shop;
let ethiopia: string;
let order: { orderId: string; number: number };
/** One person with everything to see. */
let customer: Person;
let page: Page;

/** A window of the customer with orders: their basket is empty in each. */
async function customerWithOrders(): Promise<Page> {
  const entered = await enterShop(shop, { person: customer });
  return entered.page;
}

beforeAll(async () => {
  [shop, bare] = await Promise.all([newShop('Nord Coffee'), newShop('Bare Shelves')]);
  await shop.owner.call('updateTenant', {
    tenantId: shop.tenantId,
    branding: { hue: 28 },
    orderText: 'Your coffee is roasted on Tuesday and sent on Wednesday.',
  });
  const description =
    'Washed. Jasmine, peach and bergamot, from small farms around Guji, 1,900 to 2,200 m above the sea.';
  ethiopia = await shop.product({ name: 'Ethiopia Guji, 250 g', description, unitAmount: 1450, stock: 40 });
  await shop.product({ name: 'Colombia Huila, 250 g', description: 'Honey. Red apple.', unitAmount: 1290, stock: 3 });
  await shop.product({ name: 'Decaf Sugarcane, 250 g', unitAmount: 1350, stock: 0 });
  await shop.product({ name: 'Stoneware mug', description: 'Made in Bornholm, 0.3 l.', unitAmount: 2400, stock: 9 });
  customer = await shop.customer();
  order = await customer.call('placeOrder', { ...shop.order([ethiopia, 2]), message: 'Ring twice, please.' });
  const { orderId } = await customer.call('placeOrder', shop.order([ethiopia, 1]));
  await customer.call('cancelOrder', { tenantId: shop.tenantId, orderId });
});

const at = (path: string): string => `/portal/${shop.slug}${path}`;

describe('the door', () => {
  test('before signing in, unknown, on its way, unreachable and joining', async () => {
    page = await openWindow({ width: 375 });
    await page.goto(at(''));
    await page.getByRole('heading', { name: 'Nord Coffee' }).waitFor();
    await photograph(page, 'portal-door');
    await page.goto('/portal/no-such-shop');
    await page.getByRole('heading', { name: 'There is no shop at this address' }).waitFor();
    await photograph(page, 'portal-door-unknown');
    for (const state of ['loading', 'error'] as const) {
      const stop = await force(page, { url: firstReads, about: /slugs/ }, state);
      await page.goto(at(''));
      await page.getByText(state === 'loading' ? 'Loading…' : 'This could not be loaded').waitFor();
      await photograph(page, `portal-door-${state}`);
      await stop();
    }
    const newcomer = await newPerson('newcomer');
    await signIn(page, newcomer.email, at(''));
    await page.getByRole('button', { name: 'Join Nord Coffee' }).waitFor();
    await photograph(page, 'portal-join');
  });

  test('closed to newcomers, suspended, and at the end of a place', async () => {
    const entered = await enterShop(bare);
    page = entered.page;
    await page.getByRole('heading', { name: 'The shelves are still empty' }).waitFor();
    await photograph(page, 'portal-shelf-empty');
    await openPage(page, 'Orders');
    await page.getByRole('heading', { name: 'No orders yet' }).waitFor();
    await photograph(page, 'portal-orders-empty');
    await openPage(page, 'Basket');
    await page.getByRole('heading', { name: 'Your basket is empty' }).waitFor();
    await photograph(page, 'portal-basket-empty');

    expectProblem(page, refusedCall);
    await setAccess(bare.tenantId, { status: 'readonly', 'holds.operator': 'readonly' });
    await page.reload();
    await page.getByText('Bare Shelves takes no orders at the moment').waitFor();
    await photograph(page, 'portal-readonly');
    await setAccess(bare.tenantId, { status: 'suspended', 'holds.operator': 'suspended' });
    await page.reload();
    await page.getByRole('heading', { name: 'Bare Shelves is closed for now' }).waitFor();
    await photograph(page, 'portal-suspended');
    await setAccess(bare.tenantId, { status: 'active', 'holds.operator': 'active' });
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('navigation', { name: 'Pages of the shop' }).waitFor();
    await bare.owner.call('removeMember', { tenantId: bare.tenantId, uid: entered.person.uid });
    await page.getByRole('heading', { name: 'You are no longer a customer of Bare Shelves' }).waitFor();
    await photograph(page, 'portal-revoked');
    await bare.owner.call('updateTenant', { tenantId: bare.tenantId, joinOpen: false });
    await page.getByRole('button', { name: 'Join again' }).click();
    await page.getByRole('button', { name: 'Join Bare Shelves' }).click();
    await page.getByRole('heading', { name: 'Bare Shelves takes no new customers at the moment' }).waitFor();
    await photograph(page, 'portal-closed');
  });
});

const words = {
  loading: 'Loading…',
  error: 'This could not be loaded',
  denied: 'You may not see this',
} satisfies Record<Forced, string>;

describe('a page that waits, fails or is refused', () => {
  test.each([
    { name: 'shelf', path: () => '', about: /products/, states: ['loading', 'error', 'denied'] },
    { name: 'product', path: () => `/products/${ethiopia}`, about: /products/, states: ['loading', 'error', 'denied'] },
    { name: 'orders', path: () => '/orders', about: /"orders"/, states: ['loading', 'error', 'denied'] },
    // An order that is refused does not exist for the person: see the pages as they are.
    { name: 'order', path: () => `/orders/${order.orderId}`, about: /orders\//, states: ['loading', 'error'] },
    { name: 'shop', path: () => '', about: /public\/profile/, states: ['loading', 'error', 'denied'] },
  ] as const satisfies readonly { readonly states: readonly Forced[]; readonly [key: string]: unknown }[])(
    'says so: $name',
    async ({ name, path, about, states }) => {
      page = await openWindow({ as: customer, width: 375 });
      await withoutListening(page);
      for (const state of states) {
        const stop = await force(page, { url: firstReads, about }, state);
        await page.goto(at(path()));
        await page.getByText(words[state]).or(page.getByLabel(words[state])).first().waitFor();
        await photograph(page, `portal-${name}-${state}`);
        await stop();
      }
    },
  );

  test('goes on when it is tried again', async () => {
    page = await openWindow({ as: customer, width: 375 });
    // It listens at once, and asks nothing, when the SDK is there before the page gets as far as asking.
    await withoutListening(page);
    const stop = await force(page, { url: firstReads, about: /products/ }, 'error');
    await page.goto(at(''));
    await page.getByText('This could not be loaded').waitFor();
    await stop();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Stoneware mug' }).waitFor();
  });
});

describe('every page of the shop', () => {
  test('as it is most of the time', async () => {
    page = await customerWithOrders();
    await intoBasket(page, 'Ethiopia Guji, 250 g');
    await intoBasket(page, 'Stoneware mug');
    await photograph(page, 'portal-shelf');
    await page.goto(at('?q=nothing+like+that'));
    await page.getByRole('heading', { name: 'Nothing fits that' }).waitFor();
    await photograph(page, 'portal-shelf-nothing');
    await page.goto(at(`/products/${ethiopia}`));
    await page.getByText('Washed. Jasmine').waitFor();
    await photograph(page, 'portal-product');
    await page.goto(at('/products/none-of-ours'));
    await page.getByRole('heading', { name: 'This product is not for sale any more' }).waitFor();
    await photograph(page, 'portal-product-gone');
    await page.goto(at('/orders'));
    await page.getByText('Cancelled').waitFor();
    await photograph(page, 'portal-orders');
    await page.goto(at(`/orders/${order.orderId}?placed=1`));
    await page.getByText('We have your order').waitFor();
    await photograph(page, 'portal-order-placed');
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByRole('dialog').waitFor();
    await photograph(page, 'portal-order-cancel');
    expectProblem(page, refusedCall);
    await page.goto(at('/orders/none-of-ours'));
    await page.getByRole('heading', { name: 'There is no such order of yours' }).waitFor();
    await photograph(page, 'portal-order-gone');
    await page.goto(at('/account'));
    await page.getByLabel('Your name').waitFor();
    await photograph(page, 'portal-account');
    await page.goto(at('/nowhere'));
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    await photograph(page, 'portal-nothing');
  });

  test('the basket and what can stand in its way', async () => {
    const blend = await shop.product({ name: 'House blend, 250 g', unitAmount: 1190, stock: 4 });
    page = await customerWithOrders();
    await intoBasket(page, 'House blend, 250 g');
    await page.getByRole('button', { name: 'One more of House blend, 250 g' }).click();
    await intoBasket(page, 'Stoneware mug');
    await openPage(page, 'Basket');
    await orderButton(page).waitFor();
    await photograph(page, 'portal-basket');
    await writeProduct(shop.owner, { tenantId: shop.tenantId, productId: blend }, { unitAmount: 1290 });
    await page.getByText('A price has changed').waitFor();
    await photograph(page, 'portal-basket-repriced');
    await page.getByRole('button', { name: /^Go on with/ }).click();
    await shop.owner.call('adjustStock', { tenantId: shop.tenantId, productId: blend, delta: -3 });
    await page.getByText('There is not enough left').waitFor();
    await photograph(page, 'portal-basket-short');
    await page.getByRole('button', { name: 'Take what is left' }).click();
    const stop = await force(page, { url: /\/api\/placeOrder/ }, 'error');
    await orderButton(page).click();
    await page.getByText('We could not tell whether your order arrived').waitFor();
    await photograph(page, 'portal-basket-unknown');
    await stop();
  });
});
