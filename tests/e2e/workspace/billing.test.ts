import { featuresOf } from '@tenantry/model/plans';
import { expect, test } from 'vitest';
import { newShop, type Shop } from '../../support/shop.ts';
import { hire, setAccess } from '../../support/staff.ts';
import { answer, inDays, putInvoices, putPlan, putSubscription, written } from '../../support/web/billing.ts';
import { expectProblem, openWindow, refusedCall } from '../../support/web/browser.ts';
import { photograph } from '../../support/web/photograph.ts';
import { enterWorkspace, openPage, pages, pathOf, row } from '../../support/web/workspace.ts';

const hold = ({ tenantId }: Shop, status: 'active' | 'readonly' | 'suspended') =>
  setAccess(tenantId, { status, 'holds.billing': status });

test('an owner sees what the business is on and what the plans give, and goes to buy one', async () => {
  const shop = await newShop('Harbour');
  const page = await enterWorkspace(shop);
  await openPage(page, 'Plan and payments');
  await page.getByText('No paid plan is running.').waitFor();
  await page.getByText('1 of 5 used').waitFor();
  await page.getByRole('heading', { name: 'No invoices yet' }).waitFor();
  expect(await page.getByRole('button', { name: 'Manage payments' }).count()).toBe(0);
  const business = page.getByRole('listitem', { name: 'Business' });
  await business.getByText('€29.00 a seat and month').waitFor();
  await business.getByText('Roles of your own').waitFor();
  await page.getByRole('listitem', { name: 'Free Your plan' }).waitFor();
  await photograph(page, 'workspace-billing-free');

  await page.getByRole('button', { name: 'Yearly' }).click();
  await business.getByText('€290.00 a seat and year').waitFor();
  await page.reload();
  await business.getByText('That is €24.17 a month.').waitFor();

  // Whoever signed in a while ago is asked to do so again, and comes back here.
  expectProblem(page, refusedCall);
  await page.route(/\/api\/startCheckout$/, (route) =>
    route.fulfill({
      status: 400,
      json: { error: { status: 'FAILED_PRECONDITION', details: { reason: 'recent-login' } } },
    }),
  );
  await page.getByRole('button', { name: 'Choose Business' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again first' });
  await dialog.getByRole('button', { name: 'Sign in again' }).waitFor();
  await photograph(page, 'workspace-billing-sign-in-again');
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await page.unroute(/\/api\/startCheckout$/);

  const asked = await answer(page, 'startCheckout', { url: pathOf(shop, 'billing?checkout=left') });
  await page.getByRole('button', { name: 'Choose Business' }).click();
  await page.getByText('Nothing was bought').waitFor();
  expect(asked).toEqual([{ tenantId: shop.tenantId, plan: 'business', interval: 'year' }]);
  await page.reload();
  await page.getByText('No paid plan is running.').waitFor();
  expect(await page.getByText('Nothing was bought').count()).toBe(0);
});

test('coming back from a purchase looks it up once, and the plan changes without loading the page again', async () => {
  const shop = await newShop('Harbour');
  const page = await enterWorkspace(shop);
  const { promise: waiting, resolve: goOn } = Promise.withResolvers<void>();
  let calls = 0;
  await page.route(/\/api\/syncBilling$/, async (route) => {
    calls += 1;
    await waiting;
    await route.fulfill({ json: { result: {} } });
  });
  await page.goto(pathOf(shop, 'billing?checkout=done'));
  await page.getByText('Your payment is being looked up').waitFor();
  await page.getByRole('listitem', { name: 'Free Your plan' }).waitFor();
  await photograph(page, 'workspace-billing-looking');
  const trialEnd = inDays(14);
  await putSubscription(shop, { status: 'trialing', trialEnd, paidUntil: trialEnd, seats: 1 });
  await putPlan(shop, 'pro');
  goOn();
  await page.getByText('Your payments are up to date').waitFor();
  await page.getByRole('listitem', { name: 'Pro Your plan' }).waitFor();
  await page.getByText(`You try it until ${written(trialEnd)}.`).waitFor();
  await page.getByText('1 of 25 used').waitFor();
  expect(new URL(page.url()).search).toBe('');
  expect(calls).toBe(1);
});

test('what is paid for, ends, and was given by the platform is told, and changed where one manages payments', async () => {
  const shop = await newShop('Harbour');
  await hire(shop.owner, shop.tenantId, 'admin');
  const paidUntil = inDays(20);
  await putSubscription(shop, { paidUntil, interval: 'year' });
  await putPlan(shop, 'pro');
  await putInvoices(shop, 27);
  const page = await enterWorkspace(shop, { at: 'billing' });
  await page.getByText(`Paid until ${written(paidUntil)}, and renewed then.`).waitFor();
  await page.getByText('2 of 25 used').waitFor();
  await page.getByText('2 paid for.').waitFor();
  await page.getByText('€240.00 a year in all').waitFor();
  await page.getByText(/everyone stays in and nothing is lost/).waitFor();
  await photograph(page, 'workspace-billing-paid');

  await row(page, 'HARBOUR-0027').getByText('To pay').waitFor();
  const pay = row(page, 'HARBOUR-0027').getByRole('link', { name: 'Pay invoice HARBOUR-0027' });
  expect(await pay.getAttribute('href')).toBe('https://invoice.stripe.com/i/27');
  expect(await pay.getAttribute('rel')).toBe('noopener noreferrer');
  await row(page, 'HARBOUR-0026').getByRole('link', { name: 'PDF of invoice HARBOUR-0026' }).waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await row(page, 'HARBOUR-0001').getByText('US$24.00').waitFor();
  await page.reload();
  await row(page, 'HARBOUR-0002').waitFor();
  expect(await row(page, 'HARBOUR-0027').count()).toBe(0);

  await putSubscription(shop, { paidUntil, interval: 'year', cancelAtPeriodEnd: true });
  await page.getByText(`Ends on ${written(paidUntil)} and is not renewed.`).waitFor();
  await putPlan(shop, 'business', featuresOf('business'));
  await page.getByText('The platform gave you this plan. You pay for the plan Pro.').waitFor();
  await page.getByText('2 used, any number is possible').waitFor();

  // All of them lead to one page, where the subscription that runs is changed.
  await page.getByRole('button', { name: 'Change to Business' }).waitFor();
  await page.getByRole('button', { name: 'Cancel your plan' }).waitFor();
  expect(await page.getByRole('button', { name: /^Choose/ }).count()).toBe(0);
  const asked = await answer(page, 'openBillingPortal', { url: pathOf(shop, 'settings') });
  await page.getByRole('button', { name: 'Manage payments' }).click();
  await page.getByRole('link', { name: 'See the plans' }).click();
  await page.getByText('Roles of your own, Export').waitFor();
  expect(asked).toEqual([{ tenantId: shop.tenantId }]);
});

test('an admin looks and is told who can act, and nobody else comes near', async () => {
  const shop = await newShop('Harbour');
  const since = inDays(-3);
  await putSubscription(shop, { status: 'past_due', pastDueSince: since });
  await putPlan(shop, 'pro');
  await putInvoices(shop, 1);
  const admin = await hire(shop.owner, shop.tenantId, 'admin');
  const member = await hire(shop.owner, shop.tenantId, 'member');
  const page = await enterWorkspace(shop, { as: admin, at: 'billing' });
  await page.getByText('An owner of the business can change the plan and pay.').waitFor();
  await page.getByText(`A payment is owed since ${written(since)}`, { exact: true }).waitFor();
  await page.getByText('An owner of the business can pay it.').waitFor();
  await row(page, 'HARBOUR-0001').waitFor();
  for (const name of [/^Choose/, /^Change/, /^Cancel/, /^Pay/, /^Manage/])
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  await photograph(page, 'workspace-billing-admin');

  const theirs = await enterWorkspace(shop, { as: member, at: 'billing' });
  await theirs.getByRole('heading', { name: 'You may not see this' }).waitFor();
  expect(await pages(theirs).getByRole('link', { name: 'Plan and payments' }).count()).toBe(0);
  expect(await theirs.getByText('A payment is owed').count()).toBe(0);
});

test('a payment that is owed is told on every page with the way to pay, and what holds the business back ends with it', async () => {
  const shop = await newShop('Harbour');
  await putPlan(shop, 'pro');
  const [since, readonlyAt] = [inDays(-3), inDays(11)];
  await putSubscription(shop, { status: 'past_due', pastDueSince: since });
  const page = await enterWorkspace(shop, { at: 'products' });
  await page.getByText(`A payment is owed since ${written(since)}`).waitFor();
  await page.getByText(`Everything works until ${written(readonlyAt)}.`).waitFor();
  await page.getByRole('button', { name: 'Pay now' }).waitFor();
  await photograph(page, 'workspace-payment-owed');

  const long = inDays(-20);
  await hold(shop, 'readonly');
  await putSubscription(shop, { status: 'unpaid', pastDueSince: long });
  await page.goto(pathOf(shop, 'billing'));
  await page.getByText('A payment is owed: this business can only be read').waitFor();
  await page.getByText(`On ${written(inDays(40))} the business is suspended.`).waitFor();
  await page.getByText('A payment ends that at once.').waitFor();
  await photograph(page, 'workspace-payment-readonly');
  const asked = await answer(page, 'openBillingPortal', { url: pathOf(shop, 'billing?checkout=done') });
  await page.route(/\/api\/syncBilling$/, async (route) => {
    await hold(shop, 'active');
    await putSubscription(shop);
    await route.fulfill({ json: { result: {} } });
  });
  await page.getByRole('button', { name: 'Pay now' }).click();
  await page.getByText('Your payments are up to date').waitFor();
  await page.getByText('this business can only be read').waitFor({ state: 'detached' });
  expect(asked).toHaveLength(1);

  // Suspended, an owner still comes to pay, and nobody else does.
  const admin = await hire(shop.owner, shop.tenantId, 'admin');
  await hold(shop, 'suspended');
  await page.goto(pathOf(shop, 'products'));
  await page.getByRole('heading', { name: 'Harbour is suspended' }).waitFor();
  await page.getByText('If a payment is owed, pay it here').waitFor();
  await photograph(page, 'workspace-payment-suspended');
  const theirs = await openWindow({ as: admin });
  await theirs.goto(pathOf(shop));
  await theirs.getByRole('heading', { name: 'Harbour is suspended' }).waitFor();
  expect(await theirs.getByRole('button', { name: 'Manage payments' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Manage payments' }).click();
  await page.getByRole('listitem', { name: 'Pro Your plan' }).waitFor();
});
