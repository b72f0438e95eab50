import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newPerson, newTenant, type Person } from '../support/people.ts';
import { Shop } from '../support/shop.ts';
import { hire, setAccess } from '../support/staff.ts';
import { expectProblem, openTab, refusedCall } from '../support/web/browser.ts';
import { enterShop, openPage as openShopPage, orderButton } from '../support/web/portal.ts';
import { documentOf, remainsOf, storedIn, tracesIn } from '../support/web/remains.ts';
import { enterWorkspace, openPage, pathOf, switcher } from '../support/web/workspace.ts';

/** A business with words that are nowhere else, neither in another business nor in what a test says to a page. */
type Marked = { readonly shop: Shop; readonly name: string; readonly words: readonly string[] };

async function marked(name: string): Promise<Marked> {
  const mark = randomBytes(5).toString('hex');
  const word = (what: string): string => `${what}${mark}`;
  const shop = new Shop(await newTenant(name));
  const product = await shop.product({ name: `Loaf ${word('name')}`, sku: word('sku'), description: word('about') });
  const customer = await shop.customer(word('customer'));
  await customer.call('placeOrder', { ...shop.order([product, 1]), message: word('message') });
  await hire(shop.owner, shop.tenantId, 'viewer', await newPerson(word('colleague')));
  return { shop, name, words: ['name', 'sku', 'about', 'customer', 'message', 'colleague'].map(word) };
}

/** Opens page after page of the business, and finds each of its words on one of them; ends at a product. */
async function lookAround(page: Page, words: readonly string[]): Promise<void> {
  const seen: string[] = [];
  await openPage(page, 'Orders');
  await page.getByRole('link', { name: '#1' }).click();
  await page.getByRole('button', { name: 'Mark as fulfilled' }).waitFor();
  seen.push(await documentOf(page));
  await openPage(page, 'Team');
  await page.getByRole('row').nth(2).waitFor();
  seen.push(await documentOf(page));
  await openPage(page, 'Products');
  await page.getByRole('link', { name: /^Loaf/ }).click();
  await page.getByRole('button', { name: 'Delete product' }).waitFor();
  seen.push(await documentOf(page));
  expect(words.filter((word) => seen.some((content) => content.includes(word)))).toEqual(words);
}

/** The same look as afterwards finds what the page shows in it and in its memory: the control of each test here. */
async function expectRemembered(page: Page, words: readonly string[]): Promise<void> {
  const shown = words.filter((word) => /^(name|sku|about)/.test(word));
  const { heap, document, ...others } = tracesIn(await remainsOf(page), words);
  expect({ heap, document }).toEqual({
    heap: expect.arrayContaining(shown) as unknown,
    document: expect.arrayContaining(shown) as unknown,
  });
  expect(Object.keys(others)).toEqual(['title']);
}

/** Garbage goes when the last timers of the page that was left have gone. */
const expectForgotten = (page: Page, words: readonly string[]) =>
  expect.poll(async () => tracesIn(await remainsOf(page), words), { timeout: 30_000 }).toEqual({});

/** What is left outside of the memory: there an identifier may stay, as of something that was lost. */
const outside = async (page: Page, words: readonly string[]) => tracesIn(await storedIn(page), words);

/** The businesses that the token in the browser's storage names. */
const claimed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const name = Object.keys(localStorage).find((key) => key.startsWith('firebase:authUser:')) ?? '';
    const kept = localStorage.getItem(name) ?? '{}';
    const { stsTokenManager } = JSON.parse(kept) as { stsTokenManager?: { accessToken?: string } };
    const claims = JSON.parse(atob(stsTokenManager?.accessToken?.split('.')[1] ?? btoa('{}'))) as { tenants?: object };
    return Object.keys(claims.tenants ?? {});
  });

async function memberOfTwo(): Promise<{ amber: Marked; cobalt: Marked; person: Person }> {
  const [amber, cobalt, person] = await Promise.all([marked('Amber House'), marked('Cobalt House'), newPerson('both')]);
  // One after the other: the invitations change one person's claims.
  for (const { shop } of [amber, cobalt]) await hire(shop.owner, shop.tenantId, 'admin', person);
  return { amber, cobalt, person };
}

describe('nothing of a business remains', () => {
  test('when a person switches to another one', async () => {
    const { amber, cobalt, person } = await memberOfTwo();
    const page = await enterWorkspace(amber.shop, { as: person, apart: true });
    await lookAround(page, amber.words);
    await expectRemembered(page, amber.words);

    await switcher(page, amber.name).click();
    await page.getByRole('menuitem', { name: cobalt.name }).click();
    await page.waitForURL(`**${pathOf(cobalt.shop)}`);
    await openPage(page, 'Orders');
    await page.getByRole('link', { name: '#1' }).waitFor();
    await expectForgotten(page, amber.words);
    const { address, title, history } = await remainsOf(page);
    expect(tracesIn({ address, title, history }, [amber.shop.slug, amber.shop.tenantId, 'Amber'])).toEqual({});
    expect(title).toContain(cobalt.name);
  });

  test('when the person signs out, in this tab and in another', async () => {
    const { shop, words } = await marked('Amber House');
    const page = await enterWorkspace(shop, { apart: true });
    const tab = await openTab(page);
    await tab.goto(pathOf(shop));
    for (const each of [page, tab]) await lookAround(each, words);
    await expectRemembered(tab, words);
    await page.getByRole('button', { name: 'owner', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    for (const each of [page, tab]) await each.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    const person = [shop.owner.uid, shop.owner.email, 'Amber'];
    await expectForgotten(page, [...words, ...person, shop.tenantId, shop.slug]);
    // The other tab stays at its address, to lead back to it.
    await expectForgotten(tab, [...words, ...person]);
  });

  test('when the person is removed while the page is open, but its name in the sentence that says so', async () => {
    const { shop, words } = await marked('Amber House');
    const person = await shop.staff('admin');
    const page = await enterWorkspace(shop, { as: person, apart: true });
    await lookAround(page, words);
    await expectRemembered(page, words);
    const traces = [...words, shop.slug, shop.tenantId, 'Amber'];
    expect(Object.keys(await outside(page, traces))).toEqual(expect.arrayContaining(['document', 'address', 'title']));
    expect(await claimed(page)).toEqual([shop.tenantId]);

    expectProblem(page, refusedCall);
    await shop.owner.call('removeMember', { tenantId: shop.tenantId, uid: person.uid });
    const sentence = page.getByRole('heading', { name: 'You no longer belong to Amber House' });
    await sentence.waitFor();
    await expectForgotten(page, words);
    await expect.poll(() => claimed(page)).toEqual([]);
    expect(await outside(page, traces)).toEqual({ document: ['Amber'] });
    await sentence.evaluate((element) => element.remove());
    expect(await outside(page, traces)).toEqual({});
  });

  test('when the person becomes a customer while the page is open', async () => {
    const { shop, words } = await marked('Amber House');
    const person = await shop.staff('admin');
    const page = await enterWorkspace(shop, { as: person, apart: true });
    await lookAround(page, words);
    expectProblem(page, refusedCall);
    await shop.owner.call('setMemberRole', { tenantId: shop.tenantId, uid: person.uid, role: 'customer' });
    await page.getByRole('heading', { name: 'You are a customer of Amber House' }).waitFor();
    await expectForgotten(page, words);
  });

  test('when a business is suspended while its page is open', async () => {
    const { shop, words } = await marked('Amber House');
    const page = await enterWorkspace(shop, { apart: true });
    await lookAround(page, words);
    expectProblem(page, refusedCall);
    await setAccess(shop.tenantId, { status: 'suspended', 'holds.operator': 'suspended' });
    await page.getByLabel('Description').fill('x');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Amber House is suspended' }).waitFor();
    await expectForgotten(page, words);
  });
});

describe('nothing of what a customer saw and ordered remains', () => {
  async function orderSomething() {
    const { shop, words } = await marked('Amber House');
    const customer = await shop.customer();
    const { page } = await enterShop(shop, { person: customer, apart: true });
    await page.getByRole('button', { name: /^Add Loaf/ }).click();
    await openShopPage(page, 'Basket');
    await page.getByLabel('A word to the shop').fill('Twice, please');
    await orderButton(page).click();
    await page.getByText('We have your order').waitFor();
    await openShopPage(page, 'Shop');
    await page.getByRole('button', { name: /^Add Loaf/ }).click();
    await openShopPage(page, 'Orders');
    await page.getByRole('link', { name: /^Order \d/ }).click();
    await page.getByRole('button', { name: 'Cancel the order' }).waitFor();
    // Customers see neither the SKU nor one another nor the staff.
    const seen = words.filter((word) => /^(name|about)/.test(word));
    const { heap, document } = tracesIn(await remainsOf(page), words);
    expect({ heap, shown: document?.length }).toEqual({ heap: expect.arrayContaining(seen) as unknown, shown: 1 });
    return { shop, customer, page, words };
  }

  test('when they sign out', async () => {
    const { shop, customer, page, words } = await orderSomething();
    await openShopPage(page, 'You');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Send me a sign-in link' }).waitFor();
    await expectForgotten(page, [...words, customer.uid, customer.email, 'Twice']);
    // The shop's name and address are anybody's to know.
    expect(new URL(page.url()).pathname).toBe(`/portal/${shop.slug}`);
  });

  test('when their place in the shop ends while the page is open', async () => {
    const { shop, customer, page, words } = await orderSomething();
    expectProblem(page, refusedCall);
    await shop.owner.call('removeMember', { tenantId: shop.tenantId, uid: customer.uid });
    await page.getByRole('heading', { name: 'You are no longer a customer of Amber House' }).waitFor();
    await expectForgotten(page, words);
    expect(new URL(page.url()).pathname).toBe(`/portal/${shop.slug}`);
  });
});

test('a page that is being left shows nothing more, and no form that would lose what somebody types', async () => {
  const { shop, name, words } = await marked('Amber House');
  const page = await enterWorkspace(shop, { apart: true });
  await lookAround(page, words);
  // Nobody can ask a page while another one is on its way: it tells by itself.
  const told: string[] = [];
  await page.route('**/seen', async (route) => {
    told.push(route.request().postData() ?? '');
    await route.fulfill({ body: '' });
  });
  await page.evaluate(() => {
    const tell = (): void => {
      const fields = document.querySelectorAll('input, textarea, button').length;
      const stored = [localStorage, sessionStorage].map((storage) => Object.entries(storage));
      const kept = [document.documentElement.outerHTML, document.title, stored];
      fetch('/seen', { method: 'POST', body: JSON.stringify({ fields, kept }) }).catch(() => undefined);
    };
    setInterval(tell, 100);
  });
  const personal = [...words, shop.owner.email, shop.owner.uid, name];
  const tracesTold = () => personal.filter((text) => told.at(-1)?.includes(text));
  await expect.poll(tracesTold).toEqual(expect.arrayContaining([shop.owner.email, shop.owner.uid, name]));

  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const asked = page.waitForRequest((request) => new URL(request.url()).pathname === '/');
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      await released;
      await route.continue();
    },
  );
  await page.getByRole('button', { name: 'owner', exact: true }).click();
  const clicked = page.getByRole('menuitem', { name: 'Sign out' }).click({ timeout: 60_000 });
  await asked;
  const before = told.length;
  await expect.poll(() => told.length).toBeGreaterThan(before + 1);
  expect({ traces: tracesTold(), last: told.at(-1) }).toEqual({
    traces: [],
    last: expect.stringContaining('"fields":0') as unknown,
  });
  release();
  await clicked;
  await page.getByLabel('E-mail address').waitFor();
});
