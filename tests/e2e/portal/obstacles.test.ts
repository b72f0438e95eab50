import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeProduct } from '../../support/direct-write.ts';
import { expectProblem, refusedCall } from '../../support/web/browser.ts';
import { enterShop, intoBasket, openPage, orderButton } from '../../support/web/portal.ts';
import type { Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await newShop('Nord Coffee');
});

const ordersOf = async ({ uid }: Person) => (await shop.readOrders()).filter(({ customerUid }) => customerUid === uid);

describe('while the basket is open', () => {
  test('stock that runs out is told line by line, and one tap takes what is left', async () => {
    const tea = await shop.product({ name: 'Tea', unitAmount: 400, stock: 6 });
    const cup = await shop.product({ name: 'Cup', unitAmount: 900, stock: 6 });
    const { page, person } = await enterShop(shop);
    await intoBasket(page, 'Tea');
    await intoBasket(page, 'Cup');
    await page.getByRole('button', { name: 'One more of Tea' }).click();
    await page.getByRole('button', { name: 'One more of Tea' }).click();
    await openPage(page, 'Basket');
    await orderButton(page).waitFor();

    await shop.owner.call('adjustStock', { tenantId: shop.tenantId, productId: tea, delta: -5 });
    await shop.owner.call('adjustStock', { tenantId: shop.tenantId, productId: cup, delta: -6 });
    await page.getByText('Tea: 1 left, you asked for 3').waitFor();
    await page.getByText('Cup: sold out').waitFor();
    await orderButton(page).click();
    expect(await ordersOf(person)).toEqual([]);

    await page.getByRole('button', { name: 'Take what is left' }).click();
    await page.getByRole('button', { name: 'Order for €4.00' }).click();
    await page.getByText('We have your order').waitFor();
    expect((await ordersOf(person)).map(({ total }) => total)).toEqual([400]);
  });

  test('another price is shown beside the old one, and nothing is ordered before the person agrees', async () => {
    const productId = await shop.product({ name: 'Blend', unitAmount: 1000, stock: 20 });
    const { page, person } = await enterShop(shop);
    await intoBasket(page, 'Blend');
    await openPage(page, 'Basket');
    await page.getByRole('button', { name: 'Order for €10.00' }).waitFor();
    await writeProduct(shop.owner, { tenantId: shop.tenantId, productId }, { unitAmount: 1250 });
    await page.getByText('The total is now €12.50; it was €10.00. Nothing has been ordered yet.').waitFor();
    await page.getByRole('button', { name: 'Order for €10.00' }).click();
    expect(await ordersOf(person)).toEqual([]);
    await page.getByRole('button', { name: 'Go on with €12.50' }).click();
    await page.getByRole('button', { name: 'Order for €12.50' }).click();
    await page.getByText('We have your order').waitFor();
    expect((await ordersOf(person)).map(({ total }) => total)).toEqual([1250]);
  });

  test('a product that is taken out of the shop is named, and leaves with one tap', async () => {
    const productId = await shop.product({ name: 'Old mug', stock: 20 });
    await shop.product({ name: 'New mug', unitAmount: 2000, stock: 20 });
    const { page } = await enterShop(shop);
    await intoBasket(page, 'Old mug');
    await intoBasket(page, 'New mug');
    await openPage(page, 'Basket');
    await orderButton(page).waitFor();
    expect(await writeProduct(shop.owner, { tenantId: shop.tenantId, productId }, { status: 'archived' })).toBe(200);
    await page.getByText('Old mug: not for sale any more').waitFor();
    await page.getByRole('button', { name: 'Take what is left' }).click();
    await page.getByRole('button', { name: 'Order for €20.00' }).waitFor();
    expect(await page.getByText('Old mug').count()).toBe(0);
  });
});

describe('an order that met the shop before the news did', () => {
  test.each([
    ['of too little stock', { delta: -5 }, 'Silver tea: 1 left, you asked for 2'],
    ['of another price', { unitAmount: 700 }, 'The total is now €14.00; it was €8.00. Nothing has been ordered yet.'],
  ] as const)('is refused, and the page says %s', async (_what, change, words) => {
    const productId = await shop.product({ name: 'Silver tea', unitAmount: 400, stock: 6 });
    const { page, person } = await enterShop(shop, { at: `products/${productId}` });
    await intoBasket(page, 'Silver tea');
    await page.getByRole('button', { name: 'One more of Silver tea' }).click();
    await openPage(page, 'Basket');
    await orderButton(page).waitFor();
    // The shop changes between the tap and the order's arrival.
    expectProblem(page, refusedCall);
    const onTheWay = async (route: Route): Promise<void> => {
      const where = { tenantId: shop.tenantId, productId };
      if ('delta' in change) await shop.owner.call('adjustStock', { ...where, ...change });
      else await writeProduct(shop.owner, where, change);
      await route.continue();
    };
    await page.route('**/api/placeOrder', onTheWay, { times: 1 });
    await orderButton(page).click();
    await page.getByText(words).waitFor();
    expect(await ordersOf(person)).toEqual([]);
    expect((await shop.readProduct(productId))?.stock).toBe('delta' in change ? 1 : 6);
  });
});

describe('an order whose answer is lost', () => {
  /** The order arrives, and its answer does not. */
  async function loseAnswer(page: Page): Promise<void> {
    expectProblem(page, /ERR_FAILED/);
    await page.route(
      '**/api/placeOrder',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
  }

  test('is sent again, after a reload too, and stays one order', async () => {
    await shop.product({ name: 'Dark roast', unitAmount: 800, stock: 20 });
    const { page, person } = await enterShop(shop);
    await intoBasket(page, 'Dark roast');
    await openPage(page, 'Basket');
    await loseAnswer(page);
    await orderButton(page).click();
    await page.getByText('We could not tell whether your order arrived').waitFor();
    await page.reload();
    await page.getByText('We could not tell whether your order arrived').waitFor();
    await page.getByRole('button', { name: 'Send the order again' }).click();
    await page.getByText('We have your order').waitFor();
    expect(await ordersOf(person)).toHaveLength(1);
  });

  test('is found when the basket was changed meanwhile, and nothing more is ordered', async () => {
    await shop.product({ name: 'Light roast', unitAmount: 800, stock: 20 });
    const { page, person } = await enterShop(shop);
    await intoBasket(page, 'Light roast');
    await openPage(page, 'Basket');
    await loseAnswer(page);
    await orderButton(page).click();
    await page.getByText('We could not tell whether your order arrived').waitFor();
    await page.getByRole('button', { name: 'One more of Light roast' }).click();
    await page.getByRole('button', { name: 'Order for €16.00' }).click();
    await page.getByText('Your first order did arrive').waitFor();
    expect((await ordersOf(person)).map(({ total }) => total)).toEqual([800]);
    await page.getByRole('link', { name: 'Look at the order' }).click();
    await page.getByRole('heading', { name: /^Order \d+$/ }).waitFor();
  });
});
