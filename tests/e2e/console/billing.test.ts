import { paths } from '@tenantry/model/paths';
import { beforeAll, expect, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { planOf } from '../../support/billing/customer-business.ts';
import { failedEvent, newEventId } from '../../support/billing/inbox.ts';
import { buyUnheard } from '../../support/billing/lost-events.ts';
import { tellStripe } from '../../support/billing/stack-stripe.ts';
import { database, readDocument } from '../../support/database.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { newShop } from '../../support/shop.ts';
import { expectProblem, openWindow, refusedCall } from '../../support/web/browser.ts';
import { force, type Forced } from '../../support/web/forced-answers.ts';
import { photograph } from '../../support/web/photograph.ts';
import { enterWorkspace, row } from '../../support/web/workspace.ts';

let operator: Person;
beforeAll(async () => {
  operator = await newPerson('operator');
  await addOperator(operator.email);
});

/** As often as the SDK asks. */
const stripeIsSilent = (customer: string) =>
  tellStripe('api-faults', { times: 3, answer: 500, path: `/v1/subscriptions?customer=${customer}` });

test('an operator brings a business in step that Stripe’s events did not reach, and its owner sees the plan at once', async () => {
  const shop = await newShop('Lost Harbour');
  const customer = await buyUnheard(shop.tenantId);
  const owners = await enterWorkspace(shop, { at: 'billing' });
  await owners.getByRole('listitem', { name: 'Free Your plan' }).waitFor();

  const page = await openWindow({ as: operator });
  await page.goto(`/admin?q=${shop.slug}`);
  await page.getByRole('link', { name: 'Lost Harbour', exact: true }).click();
  await page.getByRole('dialog', { name: 'Lost Harbour', exact: true }).getByRole('link', { name: 'Payment…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What Lost Harbour pays for' });
  const facts = dialog.getByRole('region', { name: 'As last heard' });
  await facts.getByText(customer).waitFor();
  expect(await facts.getByRole('definition').allTextContents()).toEqual(['Free', 'None', 'No', customer, 'Never']);

  await stripeIsSilent(customer);
  expectProblem(page, refusedCall);
  const sync = dialog.getByRole('button', { name: 'Bring in step with Stripe' });
  await sync.click();
  await dialog
    .getByRole('alert')
    .getByText('The payment service does not answer now. Try again in a moment.')
    .waitFor();
  await photograph(page, 'console-billing-silent');
  await sync.click();
  await page.getByText('Lost Harbour is in step with Stripe. It pays for Pro.').waitFor();
  await facts.getByText('Paid', { exact: true }).waitFor();
  expect((await facts.getByRole('definition').allTextContents()).slice(0, 4)).toEqual(['Pro', 'Paid', 'No', customer]);
  expect(await dialog.getByRole('alert').count()).toBe(0);
  await photograph(page, 'console-billing');
  await owners.getByRole('listitem', { name: 'Pro Your plan' }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await row(page, shop.slug).getByText('Pro').waitFor();
});

test('an operator carries an event out that failed; what Stripe does not answer stays on the list', async () => {
  const shop = await newShop('Broken Harbour');
  const customer = await buyUnheard(shop.tenantId);
  const eventId = newEventId();
  const event = { customerId: customer, type: 'invoice.paid', error: 'StripeConnectionError req_9Xy' };
  await database().doc(paths.stripeEvent(eventId)).set(failedEvent(shop.tenantId, event));

  const page = await openWindow({ as: operator });
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Events', exact: true }).click();
  const failed = row(page, shop.slug);
  await failed.getByText('StripeConnectionError req_9Xy').waitFor();
  await photograph(page, 'console-events');

  await stripeIsSilent(customer);
  expectProblem(page, refusedCall);
  const carryOut = failed.getByRole('button', { name: /^Carry out again: invoice\.paid/ });
  await carryOut.click();
  await page.getByText('The payment service does not answer now. Try again in a moment.').waitFor();
  await failed.getByText('2 times').waitFor();
  expect(await planOf(shop.tenantId)).toBe('free');
  await carryOut.click();
  await page.getByText('Carried out: the business is in step with Stripe').waitFor();
  await failed.waitFor({ state: 'detached' });
  expect(await planOf(shop.tenantId)).toBe('pro');
  expect(await readDocument(paths.stripeEvent(eventId))).toMatchObject({ status: 'processed' });
});

test('the list of events while it is loading, failed, denied and empty', async () => {
  const page = await openWindow({ as: operator });
  const words = {
    loading: 'Stripe’s events that need a hand',
    error: 'This could not be loaded',
    denied: 'This page is for operators',
  } as const satisfies Record<Forced, string>;
  for (const state of ['loading', 'error', 'denied'] as const) {
    const release = await force(page, { url: /\/operator\/listEvents/ }, state);
    await page.goto('/admin/events?trouble=unfinished');
    await page.getByText(words[state]).first().waitFor();
    await photograph(page, `console-events-${state}`);
    await release();
  }
  await page.route(/\/operator\/listEvents/, (route) =>
    route.fulfill({ json: { result: { events: [], more: false } } }),
  );
  await page.goto('/admin/events?trouble=unfinished');
  await page.getByText('No event was left unfinished').waitFor();
  await photograph(page, 'console-events-empty');
});
