import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { tellStripe } from '../../support/billing/stack-stripe.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { expectProblem, refusedCall } from '../../support/web/browser.ts';
import { pastCustomer } from '../../support/web/past-customer.ts';
import { enterShop } from '../../support/web/portal.ts';
import { enterWorkspace, openPage, pathOf } from '../../support/web/workspace.ts';

/** Other suites on this stack let Stripe's events be lost. */
beforeAll(() => tellStripe('faults', {}));

async function invite(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
}

async function useCard(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('radio', { name }).check();
  await page.getByRole('button', { name: 'Use this card' }).click();
  await page.getByText('Your card was changed.').waitFor();
}

const goBack = (page: Page) => page.getByRole('link', { name: 'Return', exact: true }).click();

/** A shop whose seats of the plan Free are all taken, and a customer of it. */
async function fullShop(): Promise<Shop> {
  const shop = await newShop('Harbour');
  for (const index of [1, 2, 3, 4]) {
    const email = `hand-${index}@example.com`;
    await shop.owner.call('inviteMember', { tenantId: shop.tenantId, email, role: 'member' });
  }
  return shop;
}

test('a business subscribes, grows beyond its old limit, owes, is held back, pays and works on', async () => {
  const shop = await fullShop();
  const customer = await shop.customer();
  const clock = await pastCustomer(shop, 35);
  const page = await enterWorkspace(shop, { at: 'team' });
  const beside = await enterWorkspace(shop, { at: 'billing' });
  await beside.getByText('5 of 5 used').waitFor();
  expectProblem(page, refusedCall);
  await invite(page, 'one-too-many@example.com');
  await page.getByText(/Your plan ends at 5/).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  // Buys, and sees it in both windows, of which one was not touched.
  await openPage(page, 'Plan and payments');
  await page.getByRole('button', { name: 'Choose Pro' }).click();
  await page.getByRole('button', { name: 'Start trial' }).click();
  await page.waitForURL(`**${pathOf(shop, 'billing')}*`);
  for (const each of [page, beside]) await each.getByRole('listitem', { name: 'Pro Your plan' }).waitFor();
  await page.getByText('Your payments are up to date').waitFor();
  await beside.getByText('5 of 25 used').waitFor();
  await openPage(page, 'Team');
  await invite(page, 'one-too-many@example.com');
  await page.getByText('The invitation to one-too-many@example.com is on its way').waitFor();

  // Another plan within the trial leaves the trial as it is.
  await openPage(page, 'Plan and payments');
  await page.getByRole('button', { name: 'Change to Business' }).click();
  await page.getByRole('radio', { name: 'Business, €29.00 a month' }).check();
  await page.getByRole('button', { name: 'Change plan' }).click();
  await page.getByText('Your plan was changed.').waitFor();
  await goBack(page);
  for (const each of [page, beside]) await each.getByRole('listitem', { name: 'Business Your plan' }).waitFor();
  await page.getByText(/^You try it until/).waitFor();

  // The first payment after the trial fails, three weeks ago as this customer's clock goes.
  await page.getByRole('button', { name: 'Manage payments' }).click();
  await useCard(page, /declined at every charge/);
  await goBack(page);
  await page.getByText('Your payments are up to date').waitFor();
  await clock.advance(15);
  for (const each of [page, beside]) {
    await each.getByText('A payment is owed: this business can only be read').waitFor();
    await each.getByText('To pay').first().waitFor();
  }
  await openPage(beside, 'Team');
  expect(await beside.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0);
  const { page: theirs } = await enterShop(shop, { person: customer });
  await theirs.getByText('Harbour takes no orders at the moment').waitFor();

  await page.getByRole('button', { name: 'Pay now' }).click();
  await useCard(page, /A good card/);
  await page.getByRole('button', { name: 'Pay', exact: true }).click();
  await page.getByText('Thank you: the invoice is paid.').waitFor();
  await goBack(page);
  await page.getByText('Your payments are up to date').waitFor();
  for (const each of [page, beside])
    await each.getByText('this business can only be read').waitFor({ state: 'detached' });
  await invite(beside, 'next@example.com');
  await beside.getByText('The invitation to next@example.com is on its way').waitFor();
});
