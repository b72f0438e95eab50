import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { openWindow, refusedCall, expectProblem } from '../../support/web/browser.ts';
import { photograph } from '../../support/web/photograph.ts';
import { force, type Forced } from '../../support/web/forced-answers.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { newShop } from '../../support/shop.ts';
import { setAccess } from '../../support/staff.ts';

const list = { url: /\/operator\/listTenants/ };
const prefix = `Atlas ${randomBytes(4).toString('hex')}`;
let operator: Person;
let page: Page;

beforeAll(async () => {
  operator = await newPerson('operator');
  await addOperator(operator.email);
  const [, readonly, suspended] = await Promise.all(
    ['Bakery', 'Coffee', 'Books'].map((what) => newShop(`${prefix} ${what}`)),
  );
  await setAccess(readonly?.tenantId ?? '', { status: 'readonly', 'holds.operator': 'readonly' });
  await setAccess(suspended?.tenantId ?? '', { status: 'suspended', 'holds.operator': 'suspended' });
});

beforeEach(async () => {
  page = await openWindow({ as: operator });
});

afterEach(() => page.unrouteAll({ behavior: 'ignoreErrors' }));

test('the list of businesses, and one of them', async () => {
  await page.goto(`/admin?q=${encodeURIComponent(prefix)}`);
  await page.getByRole('link', { name: `${prefix} Coffee` }).waitFor();
  await photograph(page, 'console-list');
  await page.getByRole('link', { name: `${prefix} Bakery` }).click();
  const dialog = page.getByRole('dialog', { name: `${prefix} Bakery` });
  await dialog.getByRole('radio', { name: /^Suspended/ }).check();
  await photograph(page, 'console-business');
  await dialog.getByRole('button', { name: 'Suspend the business' }).click();
  await dialog.getByRole('alert').waitFor();
  await photograph(page, 'console-business-no-reason');
});

test.each([
  ['loading', 'Every business on this site.'],
  ['error', 'This could not be loaded'],
  ['denied', 'This page is for operators'],
] as const satisfies readonly (readonly [Forced, string])[])('the list while it is %s', async (state, words) => {
  await force(page, list, state);
  await page.goto('/admin');
  await page.getByText(words).or(page.getByLabel(words)).first().waitFor();
  await photograph(page, `console-list-${state}`);
});

test('an empty list, a search that finds nothing, a page that is gone, and no such page', async () => {
  await page.route(list.url, (route) => route.fulfill({ json: { result: { tenants: [], cursor: null } } }));
  await page.goto('/admin');
  await page.getByRole('heading', { name: 'No business yet' }).waitFor();
  await photograph(page, 'console-list-empty');
  await page.goto('/admin?q=zzz');
  await page.getByRole('heading', { name: 'No business begins with «zzz»' }).waitFor();
  await photograph(page, 'console-list-nothing');
  await page.unroute(list.url);
  expectProblem(page, refusedCall);
  await page.goto('/admin?cursor=none-of-ours');
  await page.getByRole('heading', { name: 'This page of the list is gone' }).waitFor();
  await photograph(page, 'console-list-gone');
  await page.goto('/admin/nowhere');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await photograph(page, 'console-nowhere');
});
