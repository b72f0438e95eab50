import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectProblem, follow, openTab, openWindow, refusedCall, signIn } from '../../support/web/browser.ts';
import { storedIn, tracesIn } from '../../support/web/remains.ts';
import { newPerson } from '../../support/people.ts';
import { newShop } from '../../support/shop.ts';
import { askForLink, enterWorkspace, openPage, pathOf } from '../../support/web/workspace.ts';

const newAddress = (name: string): string => `${name}-${randomBytes(5).toString('hex')}@example.com`;
const continueAs = async (page: Page, email: string): Promise<void> => {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
};

describe('a sign-in link', () => {
  test('that is opened on another device asks for the address that got it, and takes no other', async () => {
    const email = newAddress('dora');
    const here = await openWindow();
    await here.goto('/profile');
    const link = await askForLink(here, email);

    const elsewhere = await openWindow({ width: 375 });
    expectProblem(elsewhere, refusedCall);
    await follow(elsewhere, link);
    await elsewhere.getByText('You opened the link on another device.').waitFor();
    await continueAs(elsewhere, newAddress('mallory'));
    await elsewhere.getByText('It was sent to another address.').waitFor();
    await continueAs(elsewhere, email);
    await elsewhere.getByRole('heading', { name: 'Your profile' }).waitFor();
    await elsewhere.getByText(email, { exact: true }).waitFor();
    await here.getByText('Look into your mailbox').waitFor();
  });

  test('that was used offers a new one, which leads to the same place', async () => {
    const email = newAddress('emil');
    const first = await openWindow();
    await first.goto('/profile');
    const link = await askForLink(first, email);
    await follow(first, link);
    await first.getByRole('heading', { name: 'Your profile' }).waitFor();

    const again = await openWindow();
    expectProblem(again, refusedCall);
    await follow(again, link);
    await continueAs(again, email);
    await again.getByText('This link did not sign you in').waitFor();
    await again.getByText('It was used before, or it is too old.').waitFor();
    await follow(again, await askForLink(again, email));
    await again.getByRole('heading', { name: 'Your profile' }).waitFor();
  });

  test('that is broken offers a new one', async () => {
    const email = newAddress('frida');
    const page = await openWindow();
    await page.goto('/sign-in/finish?next=%2Fprofile&mode=signIn');
    await page.getByText('This link did not sign you in').waitFor();
    await follow(page, await askForLink(page, email));
    await page.getByRole('heading', { name: 'Your profile' }).waitFor();
  });

  test('leads nowhere but to this site, whatever it says', async () => {
    const page = await openWindow();
    await page.goto('/sign-in/finish?next=https%3A%2F%2Felsewhere.example%2F');
    await follow(page, await askForLink(page, newAddress('greta')));
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  });

  test('is not sent to what is no address, and the field says so', async () => {
    const page = await openWindow();
    await page.goto('/');
    await page.getByLabel('E-mail address').fill('olga');
    await page.getByRole('button', { name: 'Send me a sign-in link' }).click();
    await page.getByText('Enter an e-mail address, like name@example.com.').waitFor();
    expect(await page.getByLabel('E-mail address').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('signing in', () => {
  test('leads on to the address that was opened, filters and all', async () => {
    const shop = await newShop('Harbour');
    const page = await openWindow();
    await page.goto(pathOf(shop, 'orders?status=cancelled&q=anna'));
    await follow(page, await askForLink(page, shop.owner.email));
    await page.getByRole('heading', { name: 'No order fits' }).waitFor();
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe(pathOf(shop, 'orders?status=cancelled&q=anna'));
  });

  test('without a business offers to open one or to wait for an invitation', async () => {
    const page = await openWindow();
    const email = newAddress('hanna');
    await signIn(page, email);
    await page.getByRole('link', { name: 'Open a business' }).waitFor();
    await page.getByRole('heading', { name: 'Waiting for an invitation?' }).waitFor();
    await page.getByText(`An invitation comes by e-mail to ${email}.`).waitFor();
  });

  test('with one business goes in', async () => {
    const shop = await newShop('Harbour');
    const page = await openWindow();
    await signIn(page, shop.owner.email);
    await page.getByRole('heading', { name: 'First steps' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(pathOf(shop));
  });

  test('as the customer of one shop goes to the shop', async () => {
    const shop = await newShop('Harbour');
    const customer = await shop.customer();
    const page = await openWindow({ width: 375 });
    await signIn(page, customer.email);
    await page.waitForURL(`**/portal/${shop.slug}`);
  });

  test('with several businesses lets one choose, staff and customer apart', async () => {
    const [harbour, meadow, person] = await Promise.all([newShop('Harbour'), newShop('Meadow'), newPerson('ida')]);
    await person.call('joinAsCustomer', { slug: harbour.slug });
    await person.call('joinAsCustomer', { slug: meadow.slug });
    await meadow.owner.call('setMemberRole', { tenantId: meadow.tenantId, uid: person.uid, role: 'viewer' });
    const page = await openWindow({ width: 375 });
    await signIn(page, person.email);
    await page.getByRole('heading', { name: 'Where do you want to go?' }).waitFor();
    await page.getByRole('link', { name: 'Harbour Customer' }).waitFor();
    await page.getByRole('link', { name: 'Meadow Part of the team' }).click();
    await page.waitForURL(`**${pathOf(meadow)}`);
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
  });
});

describe('signing out', () => {
  test('leaves nothing behind: no storage, no database, no title, no address, and no way back', async () => {
    const shop = await newShop('Amber Bakery');
    await shop.product({ name: 'Amber loaf' });
    const page = await enterWorkspace(shop, { at: 'products' });
    const other = await openTab(page);
    await other.goto(pathOf(shop, 'products'));
    await other.getByText('Amber loaf').waitFor();
    await page.getByText('Amber loaf').waitFor();
    await openPage(page, 'Team');
    await page.getByText(shop.owner.email).first().waitFor();

    await page.getByRole('button', { name: 'owner', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    expect(await page.title()).toBe('Sign in');
    const traces = [shop.owner.uid, shop.owner.email, shop.tenantId, shop.slug, 'Amber'];
    const left = await storedIn(page);
    expect(tracesIn(left, traces)).toEqual({});
    expect(left).toMatchObject({ 'local storage': '[]', 'session storage': '[]', caches: '', cookies: '[]' });

    await other.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    expect(await other.locator('body').innerText()).not.toContain('Amber');
    await page.goBack();
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Amber');
  });
});
