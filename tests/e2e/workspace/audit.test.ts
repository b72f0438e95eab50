import { readFileSync } from 'node:fs';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { auditId } from '../../../functions/src/platform/audit.ts';
import { database } from '../../support/database.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { hire, setAccess } from '../../support/staff.ts';
import { photograph } from '../../support/web/photograph.ts';
import { enterWorkspace, openPage, pathOf, row } from '../../support/web/workspace.ts';

/** Gives a business what its plan lacks. */
const grantExport = ({ tenantId }: Shop) =>
  database()
    .doc(inTenant(tenantId, ''))
    .update({ features: ['audit-export'] });

const renamed = ({ owner, tenantId }: Shop, orderText: string) => owner.call('updateTenant', { tenantId, orderText });

test('acts are told as sentences, newest first, and found by person, kind and day', async () => {
  const shop = await newShop('Harbour');
  const { owner, tenantId } = shop;
  const person = await hire(owner, tenantId, 'member');
  await owner.call('setMemberRole', { tenantId, uid: person.uid, role: 'viewer' });
  await renamed(shop, 'Thank you');
  const page = await enterWorkspace(shop);
  await openPage(page, 'Log of changes');
  await row(page, 'owner changed the role of member from Member to Viewer').waitFor();
  await row(page, 'member accepted an invitation and is now Member').waitFor();
  expect(await page.getByRole('row').nth(1).innerText()).toContain('owner changed the settings');
  expect(await page.getByRole('row').nth(1).innerText()).toContain('Thank you');

  await page.getByLabel('Person').selectOption({ label: 'member' });
  await row(page, 'owner changed').first().waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('by')).toBe(person.uid);
  await page.reload();
  await row(page, 'member accepted an invitation').waitFor();
  await page.getByLabel('What happened').selectOption({ label: 'Person removed' });
  await page.getByRole('heading', { name: 'Nothing of that kind happened' }).waitFor();
  await page.goto(pathOf(shop, 'audit?from=2020-01-01&to=2020-01-02'));
  await page.getByRole('heading', { name: 'Nothing of that kind happened' }).waitFor();
  await page.goto(pathOf(shop, 'audit?from=2020-01-01'));
  await row(page, 'owner opened the business').waitFor();
});

test('words are looked for from the newest backwards, and the page says how far back it has looked', async () => {
  const shop = await newShop('Harbour');
  const { tenantId } = shop;
  await renamed(shop, 'Thank you, come again');
  const old = Timestamp.fromDate(new Date('2020-02-02T12:00:00Z'));
  const entry = {
    actor: shop.owner.uid,
    action: 'tenant.updated',
    target: tenantId,
    requestId: 'x',
    prevHash: '',
    hash: '',
  };
  const writer = database().bulkWriter();
  for (let seq = 1; seq <= 2_100; seq += 1) {
    const details = { orderText: { before: '', after: seq === 1 ? 'A needle' : 'Hay' } };
    void writer.set(database().doc(inTenant(tenantId, tenantPaths.audit(`old-${String(seq).padStart(4, '0')}`))), {
      ...entry,
      seq,
      at: old,
      details,
    });
  }
  await writer.close();

  const page = await enterWorkspace(shop, { at: 'audit' });
  const search = page.getByRole('searchbox', { name: 'Words of an entry' });
  await search.fill('AGAIN thank');
  await row(page, 'Thank you, come again').waitFor();
  await page.getByText('Looked through the newest 2,000 entries').waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await search.fill('needle');
  await page.getByRole('heading', { name: 'None of them says «needle»' }).waitFor();
  await photograph(page, 'workspace-audit-nothing-said');
  await page.getByRole('button', { name: 'Look further back' }).click();
  await row(page, 'A needle').waitFor();
  await page.getByText('Looked through everything: entries 2,102').waitFor();
  await page.reload();
  await page.getByText('Looked through the newest 2,000 entries').waitFor();
  await page.getByLabel('What happened').selectOption({ label: 'Business opened' });
  await page.getByText('Looked through everything: entries 1').waitFor();
});

test('the check says that the log is whole, and from which entry on it is not', async () => {
  const shop = await newShop('Harbour');
  await renamed(shop, 'One');
  const page = await enterWorkspace(shop, { at: 'audit', width: 375 });
  const check = page.getByRole('button', { name: 'Check that nothing was changed' });
  await check.click();
  await page.getByText('All 2 entries are as they were written').waitFor();

  await database()
    .doc(inTenant(shop.tenantId, tenantPaths.audit(auditId(2))))
    .update({ actor: 'somebody' });
  await check.click();
  await page.getByRole('alert').getByText('The log is not as it was written, from entry 2 on').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

test('the log is taken away as a file where the plan has that, with what the filters choose', async () => {
  const shop = await newShop('Harbour');
  for (const text of ['One', 'Two', '=3']) await renamed(shop, text);
  const page = await enterWorkspace(shop, { at: 'audit?act=tenant.updated' });
  await page.getByText('Exporting the log comes with the plans Pro and Business').waitFor();
  await grantExport(shop);

  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'For programs (JSON Lines)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${shop.slug}-log-of-changes.jsonl`);
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\n');
  const entries = lines.map((line) => JSON.parse(line) as { seq: number; actorName: string });
  expect(entries.map(({ seq, actorName }) => [seq, actorName])).toEqual([4, 3, 2].map((seq) => [seq, 'owner']));
  await page.getByText('The export is in your downloads').waitFor();
});

test('whoever may not read the log is told so, and whoever works there as an admin may', async () => {
  const shop = await newShop('Harbour');
  const member = await hire(shop.owner, shop.tenantId, 'member');
  const theirs = await enterWorkspace(shop, { as: member, at: 'audit' });
  await theirs.getByRole('heading', { name: 'You may not see this' }).waitFor();
  expect(await theirs.getByRole('link', { name: 'Log of changes' }).count()).toBe(0);
  const admin = await hire(shop.owner, shop.tenantId, 'admin');
  await setAccess(shop.tenantId, { status: 'readonly' });
  const page = await enterWorkspace(shop, { as: admin, at: 'audit' });
  await row(page, 'owner opened the business').waitFor();
});
