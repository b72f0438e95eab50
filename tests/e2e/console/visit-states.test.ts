import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { database } from '../../support/database.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { expectProblem, openWindow, refusedCall } from '../../support/web/browser.ts';
import { forceLines } from '../../support/web/forced-lines.ts';
import { photograph } from '../../support/web/photograph.ts';

const name = `Atlas ${randomBytes(4).toString('hex')}`;
let operator: Person;
let page: Page;
let shop: Shop;

const gifts = { plan: null, features: [] };
const until = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const turnTo = (label: string) =>
  page.getByRole('navigation', { name: 'Pages of the business' }).getByRole('link', { name: label }).click();
const visit = (at = '') => `/admin/visit/${shop.tenantId}${at && `/${at}`}`;

/** What the server says of the visit from now on. */
const answer = (door: object | null, status = 'active') =>
  page.route(/\/operator\/getTenant/, (route) => {
    const { tenantId, slug } = shop;
    const business = { tenantId, slug, name, plan: 'free', status, operatorHold: 'active' };
    const result = { ...business, createdAt: until(0), supportDoor: door, database: '(default)', gifts };
    return route.fulfill({ json: { result } });
  });

beforeAll(async () => {
  operator = await newPerson('operator');
  await addOperator(operator.email);
  await operator.refresh();
  shop = await newShop(name);
  const [mug] = [await shop.product({ name: 'Mug, blue', description: 'Hand made.' }), await shop.product()];
  const customer = await shop.customer('Carla');
  const { orderId } = await customer.call('placeOrder', { ...shop.order([mug, 2]), message: 'As a present, please.' });
  const note = { text: 'Packed.', authorUid: shop.owner.uid, createdAt: new Date(), updatedAt: new Date() };
  await database().collection(`tenants/${shop.tenantId}/orders/${orderId}/notes`).add(note);
  const { tenantId } = shop;
  const reason = 'The order of Carla has the wrong price: it should be the one of last week.';
  await shop.owner.call('openSupport', { tenantId, hours: 2, reason, scope: 'support-people' });
  await operator.callOperator('enterTenant', { tenantId, reason: 'To compare' });
});

beforeEach(async () => {
  page = await openWindow({ as: operator });
});

afterEach(() => page.unrouteAll({ behavior: 'ignoreErrors' }));

test('a visit in the list, at the door, and on each of its pages', async () => {
  await page.goto(`/admin?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name: /^Go on/ }).waitFor();
  await photograph(page, 'console-door-inside');
  await page.goto(visit());
  await page.getByText('What an owner asks for').waitFor();
  await photograph(page, 'console-visit');
  for (const [at, words] of [
    ['Products', 'Mug, blue'],
    ['Orders', 'Carla'],
    ['People', 'Carla'],
    ['Log', 'Support came in'],
  ] as const) {
    await turnTo(at);
    await page.getByRole('row').filter({ hasText: words }).first().waitFor();
    await photograph(page, `console-visit-${at.toLowerCase()}`);
  }
  for (const [at, words] of [
    ['Products', 'Hand made.'],
    ['Orders', 'Packed.'],
  ] as const) {
    await turnTo(at);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByText(words).waitFor();
    await photograph(page, `console-visit-${at.toLowerCase()}-one`);
  }
});

test.each(['loading', 'error'] as const)('a visit whose pages are %s', async (state) => {
  await page.goto(visit());
  await page.getByText('What an owner asks for').waitFor();
  await forceLines(page, shop.tenantId, state);
  expectProblem(page, /RPC_ERROR|invalid-argument|INVALID_ARGUMENT/);
  await turnTo('Products');
  if (state === 'error') await page.getByText('This could not be loaded').waitFor();
  await photograph(page, `console-visit-${state}`);
});

test('a visit that lasts less than a minute still, and is over when its time has come', async () => {
  const door = { until: until(12_000), scope: 'support', reason: 'A price', inside: true };
  await answer(door);
  await page.goto(visit('orders'));
  await page.getByRole('heading', { name: 'This door does not show that' }).waitFor();
  await page.getByText('Ends in less than a minute.').waitFor();
  await photograph(page, 'console-visit-not-seen');
  await answer(null);
  await page.getByText('The time for which its owner let support in has run out.').waitFor();
  await photograph(page, 'console-visit-over');
});

test('a visit that is none: the door to go in by, shut, and a visit to nobody', async () => {
  await answer({ until: until(60_000), scope: 'support', reason: 'A price', inside: false });
  const listed = await page.request.post('/operator/listTenants', {
    headers: { authorization: `Bearer ${operator.token}` },
    data: { data: { search: shop.slug } },
  });
  const { result } = (await listed.json()) as { result: { tenants: { supportDoor: object | null }[] } };
  const [business] = result.tenants;
  let inside: object | null = { ...business?.supportDoor, inside: false };
  await page.route(/\/operator\/listTenants/, (route) =>
    route.fulfill({ json: { result: { tenants: [{ ...business, supportDoor: inside }], cursor: null } } }),
  );
  await page.goto(visit('products'));
  const dialog = page.getByRole('dialog', { name: `Look into ${name}` });
  await dialog.getByLabel('Why you go in').waitFor();
  await photograph(page, 'console-door');
  await dialog.getByRole('button', { name: 'Go in, to read only' }).click();
  await dialog.getByRole('alert').waitFor();
  await photograph(page, 'console-door-no-reason');
  inside = null;
  await page.reload();
  await dialog.getByText('No door stands open').waitFor();
  await photograph(page, 'console-door-shut');
  await page.route(/\/operator\/listTenants/, (route) =>
    route.fulfill({ json: { result: { tenants: [], cursor: null } } }),
  );
  await page.goto('/admin?doors=open');
  await page.getByRole('heading', { name: 'No door stands open' }).waitFor();
  await photograph(page, 'console-doors-none');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  expectProblem(page, refusedCall);
  await page.goto('/admin/visit/AAAAAAAAAA');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
});
