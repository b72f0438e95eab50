import { beforeAll, expect, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { readDocument } from '../../support/database.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { auditOf } from '../../support/staff.ts';
import { expectProblem, openWindow, refusedCall } from '../../support/web/browser.ts';
import { photograph } from '../../support/web/photograph.ts';
import { enterWorkspace } from '../../support/web/workspace.ts';

let operator: Person;
beforeAll(async () => {
  operator = await newPerson('operator');
  await addOperator(operator.email);
});

const tenantOf = ({ tenantId }: Shop) => readDocument(`tenants/${tenantId}`);

test('an operator gives a plan and takes a feature for a reason, and the business sees both at once', async () => {
  const shop = await newShop('Harbour');
  const owners = await enterWorkspace(shop, { at: 'billing' });
  await owners.getByRole('listitem', { name: 'Free Your plan' }).waitFor();
  const page = await openWindow({ as: operator });
  await page.goto(`/admin?q=${shop.slug}&business=${shop.tenantId}`);
  await page.getByRole('dialog', { name: 'Harbour', exact: true }).getByRole('link', { name: 'Give or take…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Beside what Harbour pays for' });
  await dialog.getByLabel('Set to').selectOption({ label: 'Business' });
  const inForce = dialog.getByRole('region', { name: 'In force now' });
  await inForce.getByText('Nothing is given or taken.').waitFor();
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  await dialog.getByText('Fill this in.').waitFor();
  expect(await tenantOf(shop)).toMatchObject({ plan: 'free', features: [] });

  await dialog.getByLabel('Reason').fill('They help us to test.');
  expectProblem(page, refusedCall);
  await dialog.getByLabel('Last day').fill('2020-01-01');
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  await dialog.locator('input[type=date][aria-invalid=true]').waitFor();
  await dialog.getByLabel('Last day').fill('2099-12-31');
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByText('Harbour is on the plan Business now.').waitFor();
  await owners.getByRole('listitem', { name: 'Business Your plan' }).waitFor();
  await owners.getByText('The platform gave you this plan. You pay nothing for it.').waitFor();
  await owners.getByText('Roles of your own, Export of the log of changes').waitFor();

  await page.getByRole('link', { name: 'Harbour', exact: true }).click();
  await page.getByRole('link', { name: 'Give or take…' }).click();
  await inForce
    .getByRole('listitem')
    .filter({ hasText: /^Plan: Business\s*last day 31 Dec 2099/ })
    .waitFor();
  await dialog.getByLabel('What').selectOption({ label: 'Roles of your own' });
  await dialog.getByLabel('Set to').selectOption({ label: 'Taken away' });
  await dialog.getByLabel('Reason').fill('Not yet for them.');
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByText('Harbour does not have it now: Roles of your own.').waitFor();
  expect(await tenantOf(shop)).toMatchObject({ features: ['audit-export', 'usage-report', 'priority-support'] });
  await owners.getByText('Export of the log of changes, Usage report, Priority support').waitFor();
  await page.getByRole('link', { name: 'Harbour', exact: true }).click();
  await page.getByRole('link', { name: 'Give or take…' }).click();
  await inForce
    .getByRole('listitem')
    .filter({ hasText: /^Roles of your own: Taken away\s*until it is taken back/ })
    .waitFor();
  await photograph(page, 'console-given');
  expect((await auditOf(shop.tenantId)).map(({ action }) => action)).toContain('billing.override-set');
});
