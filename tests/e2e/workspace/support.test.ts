import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { expect, test } from 'vitest';
import { database, readDocument } from '../../support/database.ts';
import { newShop } from '../../support/shop.ts';
import { expectProblem, refusedCall } from '../../support/web/browser.ts';
import { enterWorkspace } from '../../support/web/workspace.ts';

test('an owner lets support in for some hours, sees that the door stands open, and shuts it', async () => {
  const shop = await newShop('Harbour');
  const access = () => readDocument(inTenant(shop.tenantId, tenantPaths.access()));
  const page = await enterWorkspace(shop, { at: 'settings', width: 375 });
  expectProblem(page, refusedCall);
  await page.getByRole('button', { name: 'Let support in' }).click();
  const dialog = page.getByRole('dialog', { name: 'Let support in' });
  await dialog.getByRole('button', { name: 'Let support in' }).click();
  await dialog.getByLabel('What is it about?').fill('An order is stuck');
  await dialog.getByLabel('What they see').selectOption({ label: 'Also people and orders' });
  await dialog.getByRole('button', { name: 'Let support in' }).click();
  await page.getByText('Support may look in until').waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await page.locator('#main').getByText('Also people and orders').waitFor();
  expect((await access())?.supportScope).toBe('support-people');

  await page.getByRole('button', { name: 'Shut the door now' }).click();
  await page.getByRole('button', { name: 'Let support in' }).waitFor();
  expect((await access())?.support).toEqual({});
  expect((await access())?.supportScope).toBe('support');

  // Who is no owner has no such card.
  const admin = await enterWorkspace(shop, { as: await shop.staff('admin'), at: 'settings' });
  await admin.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  expect(await admin.getByText('Help from support').count()).toBe(0);
  expect((await database().doc(inTenant(shop.tenantId, '')).get()).get('supportDoor')).toBeNull();
});
