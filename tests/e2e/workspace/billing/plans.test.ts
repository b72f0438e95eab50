import { featuresOf } from '@tenantry/model/plans';
import { expect, test } from 'vitest';
import { newShop } from '../../../support/shop.ts';
import { hire } from '../../../support/staff.ts';
import { answer, inDays, putInvoices, putPlan, putSubscription, written } from '../../../support/web/billing.ts';
import { expectProblem, refusedCall } from '../../../support/web/browser.ts';
import { photograph } from '../../../support/web/photograph.ts';
import { enterWorkspace, openPage, pathOf, row } from '../../../support/web/workspace.ts';

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
  // The last lines of the page are open (decision 077).
  await page.getByText('1 of 5 used').waitFor();
  expect(await page.getByText('Nothing was bought').count()).toBe(0);

  // What the server won't give is not promised, and what those who take the payments refuse is told.
  const promise = page.getByText('Your first paid plan begins with 14 days of trial.');
  await promise.waitFor();
  const ended = { plan: 'free', status: 'none', interval: null, seats: 0, paidUntil: null };
  await putSubscription(shop, { ...ended, trialUsed: false });
  await page.getByRole('button', { name: 'Manage payments' }).waitFor();
  expect(await promise.count()).toBe(1);
  await putSubscription(shop, { ...ended, trialUsed: true });
  await promise.waitFor({ state: 'detached' });
  await page.route(/\/api\/startCheckout$/, (route) =>
    route.fulfill({
      status: 400,
      json: { error: { status: 'FAILED_PRECONDITION', details: { reason: 'state', status: 'refused' } } },
    }),
  );
  await page.getByRole('button', { name: 'Choose Business' }).click();
  await page.getByRole('dialog').getByText('The payment service refuses this, and nothing was changed.').waitFor();
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

  // The other rhythm of one's own plan is on offer, too, where it is not the one that is paid.
  const own = page.getByRole('listitem', { name: 'Pro Your plan' });
  await page.getByRole('button', { name: 'Cancel your plan' }).waitFor();
  expect(await own.getByRole('button').count()).toBe(0);
  await page.getByRole('button', { name: 'Monthly' }).click();
  await own.getByText('€12.00 a seat and month').waitFor();
  await own.getByRole('button', { name: 'Pay monthly' }).waitFor();
  await photograph(page, 'workspace-billing-other-rhythm');
  await page.getByRole('button', { name: 'Yearly' }).click();
  await own.getByRole('button').waitFor({ state: 'detached' });

  // What ends is kept where it was cancelled, and not cancelled again.
  await putSubscription(shop, { paidUntil, interval: 'year', cancelAtPeriodEnd: true });
  await page.getByText(`Ends on ${written(paidUntil)} and is not renewed;`).waitFor();
  await own.getByRole('button', { name: 'Keep your plan' }).waitFor();
  expect(await page.getByRole('button', { name: 'Cancel your plan' }).count()).toBe(0);
  await photograph(page, 'workspace-billing-ends');
  await putPlan(shop, 'business', featuresOf('business'));
  await page.getByText('The platform gave you this plan. You pay for the plan Pro.').waitFor();
  await page.getByText('2 used, any number is possible').waitFor();

  // All of them lead to one page, where the subscription that runs is changed.
  await page.getByRole('button', { name: 'Change to Business' }).waitFor();
  await page.getByRole('button', { name: 'Keep your plan' }).waitFor();
  expect(await page.getByRole('button', { name: /^Choose/ }).count()).toBe(0);
  const asked = await answer(page, 'openBillingPortal', { url: pathOf(shop, 'settings') });
  await page.getByRole('button', { name: 'Manage payments' }).click();
  await page.getByRole('link', { name: 'See the plans' }).click();
  await page.getByText('Roles of your own, Export').waitFor();
  expect(asked).toEqual([{ tenantId: shop.tenantId }]);
});
