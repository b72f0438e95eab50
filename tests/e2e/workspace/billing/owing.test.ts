import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { expect, test } from 'vitest';
import { database } from '../../../support/database.ts';
import { newShop, type Shop } from '../../../support/shop.ts';
import { hire, setAccess } from '../../../support/staff.ts';
import { answer, inDays, putInvoices, putPlan, putSubscription, written } from '../../../support/web/billing.ts';
import { openWindow } from '../../../support/web/browser.ts';
import { photograph } from '../../../support/web/photograph.ts';
import { enterWorkspace, pages, pathOf, row } from '../../../support/web/workspace.ts';

const unpaid = 'Looked up: the payment has not arrived yet';

const hold = ({ tenantId }: Shop, status: 'active' | 'readonly' | 'suspended') =>
  setAccess(tenantId, { status, 'holds.billing': status });

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
  // Stripe's page changes no plan of who owes; it cancels.
  await page.getByText('While a payment is owed the plan can be cancelled').waitFor();
  await page.getByRole('button', { name: 'Cancel your plan' }).waitFor();
  for (const name of [/^Change to/, /^Pay yearly/]) expect(await page.getByRole('button', { name }).count()).toBe(0);
  await photograph(page, 'workspace-payment-readonly');
  // Paying lifts no other hold: where the platform has one, too, that is said beside it.
  const alone = page.getByText('This business can only be read at the moment');
  expect(await alone.count()).toBe(0);
  await setAccess(shop.tenantId, { 'holds.operator': 'readonly' });
  await page.reload();
  await alone.waitFor();
  await page.getByText('A payment is owed: this business can only be read').waitFor();
  await setAccess(shop.tenantId, { 'holds.operator': 'active' });
  await page.reload();
  await page.getByText('A payment ends that at once.').waitFor();
  const asked = await answer(page, 'openBillingPortal', { url: pathOf(shop, 'billing?checkout=done') });
  // Whoever comes back without having paid is told just that.
  await answer(page, 'syncBilling', {});
  await page.getByRole('button', { name: 'Pay now' }).click();
  await page.getByText(unpaid).waitFor();
  expect(await page.getByText('Your payments are up to date').count()).toBe(0);
  await photograph(page, 'workspace-payment-not-arrived');
  await page.unroute(/\/api\/syncBilling$/);
  await page.route(/\/api\/syncBilling$/, async (route) => {
    await hold(shop, 'active');
    await putSubscription(shop);
    await route.fulfill({ json: { result: {} } });
  });
  await page.getByRole('button', { name: 'Pay now' }).click();
  await page.getByText('Your payments are up to date').waitFor();
  await page.getByText('this business can only be read').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Change to Business' }).waitFor();
  expect(await page.getByText(unpaid).count()).toBe(0);
  expect(asked).toHaveLength(2);

  // What is cancelled while it is owed is over at once, and its invoice is left.
  await putInvoices(shop, 1);
  await putPlan(shop, 'free');
  await putSubscription(shop, { plan: 'free', status: 'none', interval: null, seats: 0, paidUntil: null });
  const left = page.getByText('An earlier invoice is still open: you find it below.');
  await left.waitFor();
  await page.getByText(unpaid).waitFor();
  await page.getByRole('button', { name: 'Choose Pro' }).waitFor();
  await photograph(page, 'workspace-payment-left');
  await putInvoices(shop, 1, { open: false });
  await page.getByText('Nothing to pay').waitFor();
  expect(await left.count()).toBe(0);
  expect(await page.getByText(unpaid).count()).toBe(0);
});

test('of a suspended business an owner still comes to pay, or to what was bought, and nobody else does', async () => {
  const shop = await newShop('Harbour');
  await putPlan(shop, 'pro');
  await putSubscription(shop);
  const admin = await hire(shop.owner, shop.tenantId, 'admin');
  await hold(shop, 'suspended');
  const page = await openWindow({ as: shop.owner });
  await page.goto(pathOf(shop, 'products'));
  await page.getByRole('heading', { name: 'Harbour is suspended' }).waitFor();
  await page.getByText('A payment is owed, and nothing in it can be opened').waitFor();
  await page.getByText('Pay here: that lifts what the debt holds').waitFor();
  await photograph(page, 'workspace-payment-suspended');
  await answer(page, 'syncBilling', {});
  await page.goto(pathOf(shop, 'billing?checkout=done'));
  await page.getByText(unpaid).waitFor();
  expect(await page.getByText('Your payments are up to date').count()).toBe(0);
  await photograph(page, 'workspace-payment-suspended-unpaid');
  await page.goto(pathOf(shop, 'products'));
  await setAccess(shop.tenantId, { 'holds.operator': 'suspended', 'holds.billing': 'active' });
  await page.reload();
  await page.getByText('Ask whoever runs this site what is needed to open it again').waitFor();
  await page.getByRole('button', { name: 'Manage payments' }).waitFor();
  expect(await page.getByText('A payment is owed').count()).toBe(0);
  // Where nothing was ever bought, nothing is there to manage.
  const subscription = database().doc(inTenant(shop.tenantId, tenantPaths.subscription()));
  await subscription.delete();
  await page.reload();
  await page.getByText('Ask whoever runs this site what is needed to open it again').waitFor();
  await page.getByRole('button', { name: 'Leave this business' }).waitFor();
  await photograph(page, 'workspace-suspended-never-bought');
  expect(await page.getByRole('button', { name: 'Manage payments' }).count()).toBe(0);
  await putSubscription(shop);
  await setAccess(shop.tenantId, { 'holds.billing': 'suspended' });
  await page.reload();
  await page.getByText('A payment is owed, and besides that').waitFor();
  const theirs = await openWindow({ as: admin });
  await theirs.goto(pathOf(shop));
  await theirs.getByRole('heading', { name: 'Harbour is suspended' }).waitFor();
  for (const name of ['Manage payments', 'Pay now']) expect(await theirs.getByRole('button', { name }).count()).toBe(0);
  const asked = await answer(page, 'openBillingPortal', { url: pathOf(shop, 'billing?checkout=done') });
  await page.unroute(/\/api\/syncBilling$/);
  await page.route(/\/api\/syncBilling$/, async (route) => {
    await setAccess(shop.tenantId, { status: 'active', 'holds.operator': 'active', 'holds.billing': 'active' });
    await route.fulfill({ json: { result: {} } });
  });
  await page.getByRole('button', { name: 'Pay now' }).click();
  await page.getByRole('listitem', { name: 'Pro Your plan' }).waitFor();
  expect(asked).toHaveLength(1);
});
