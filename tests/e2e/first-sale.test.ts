import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectProblem, follow, openWindow, refusedCall, signIn } from '../support/web/browser.ts';
import { newPerson } from '../support/people.ts';
import { orderButton } from '../support/web/portal.ts';
import { newShop } from '../support/shop.ts';
import { askForLink, openPage, row } from '../support/web/workspace.ts';

const unique = randomBytes(5).toString('hex');
const slug = `amber-${unique}`;

test('a person opens a business and sells the first thing to a customer on a phone', async () => {
  const owner = await openWindow();
  await owner.goto('/');
  await follow(owner, await askForLink(owner, `olga-${unique}@example.com`));

  await openBusiness(owner);
  await addProduct(owner);
  const customer = await orderOnPhone();
  await staffSeeOrder(owner);
  await fulfil(owner, customer);
  await nothingForOthers(owner.url(), customer.url());
});

async function openBusiness(owner: Page): Promise<void> {
  await owner.getByRole('heading', { name: 'Welcome' }).waitFor();
  await owner.getByRole('link', { name: 'Open a business' }).click();
  await owner.getByLabel('Name of the business').fill('Amber Bakery');
  const address = owner.getByLabel('Address of the shop');
  await owner.getByText(/^Customers find you at \S+\/portal\/amber-bakery$/).waitFor();
  // Until somebody writes an address of their own, it follows the name.
  expect(await address.inputValue()).toBe('amber-bakery');

  const open = owner.getByRole('button', { name: 'Open a business' });
  for (const [bad, why] of [
    ['Amber Bakery!', 'Use small letters, digits and single hyphens between them.'],
    ['ab', 'An address has 3 to 40 characters.'],
    ['admin', 'This address is kept for us. Choose another one.'],
  ] as const) {
    await address.fill(bad);
    await open.click();
    await owner.getByText(why).waitFor();
    expect(await address.getAttribute('aria-invalid')).toBe('true');
  }
  const { slug: taken } = await newShop('Elsewhere');
  expectProblem(owner, refusedCall);
  await address.fill(taken);
  await open.click();
  await owner.getByText('This address is taken. Choose another one.').waitFor();
  expect(await owner.getByLabel('Name of the business').inputValue()).toBe('Amber Bakery');

  await address.fill(slug);
  await owner.getByLabel('Currency').selectOption('EUR');
  await open.click();
  await owner.getByRole('heading', { name: 'First steps' }).waitFor();
  expect(new URL(owner.url()).pathname).toBe(`/t/${slug}`);
}

async function addProduct(owner: Page): Promise<void> {
  await owner.getByRole('link', { name: 'Add product' }).click();
  await owner.getByLabel('Name', { exact: true }).fill('Amber loaf');
  await owner.getByLabel(/^Price/).fill('4.50');
  await owner.getByLabel('SKU').fill('LOAF');
  await owner.getByLabel('Stock').fill('10');
  await owner.getByRole('button', { name: 'Add product' }).click();
  await owner.getByRole('heading', { name: 'Amber loaf' }).waitFor();
  await openPage(owner, 'Overview');
  // What is done is crossed out, the rest waits.
  await owner.getByRole('listitem').filter({ hasText: 'Add a product' }).getByText('Done', { exact: true }).waitFor();
  await owner.getByRole('listitem').filter({ hasText: 'Share your shop' }).getByText('To do').waitFor();
  await owner.getByText(`/portal/${slug}`, { exact: false }).first().waitFor();
  await openPage(owner, 'Orders');
  await owner.getByRole('heading', { name: 'No orders yet' }).waitFor();
}

async function orderOnPhone(): Promise<Page> {
  const page = await openWindow({ width: 375 });
  await signIn(page, `clara-${unique}@example.com`, `/portal/${slug}`);
  await page.getByRole('button', { name: 'Join Amber Bakery' }).click();
  await page.getByRole('button', { name: 'Add Amber loaf to the basket' }).click();
  await page.getByRole('link', { name: /^View basket/ }).click();
  await orderButton(page).click();
  await page.getByText('We have your order').waitFor();
  return page;
}

/** The page of orders has been open all the time, and nobody loads it again. */
async function staffSeeOrder(owner: Page): Promise<void> {
  const order = row(owner, '#1');
  await order.waitFor();
  expect(await order.textContent()).toMatch(/€4\.50.*New/);
  await expect.poll(() => owner.title()).toMatch(/^\(1\) Orders · Amber Bakery/);
}

async function fulfil(owner: Page, customer: Page): Promise<void> {
  await owner.getByRole('link', { name: '#1' }).click();
  await owner.getByRole('button', { name: 'Mark as fulfilled' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Order #1 is fulfilled?' });
  await dialog.getByRole('button', { name: 'Mark as fulfilled' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await customer.getByText(/^Done \d/).waitFor();
  await expect.poll(() => owner.title()).not.toMatch(/^\(\d/);
}

/** The addresses of the order, opened by the owner of another business. */
async function nothingForOthers(...addresses: readonly string[]): Promise<void> {
  const stranger = await newPerson('stranger');
  await stranger.call('createTenant', { name: 'Cobalt Books', slug: `cobalt-${unique}` });
  const page = await openWindow({ as: stranger });
  expectProblem(page, refusedCall);
  for (const address of [`/t/${slug}`, `/t/${slug}/products`, `/t/${slug}/orders`, `/t/${slug}/team`, ...addresses]) {
    await page.goto(address);
    await page.getByRole('heading', { name: /There is nothing here for you|Welcome to Amber Bakery/ }).waitFor();
    const shown = await page.locator('body').innerText();
    for (const secret of ['Amber loaf', '#1', 'clara', '4.50']) expect(shown).not.toContain(secret);
  }
}
