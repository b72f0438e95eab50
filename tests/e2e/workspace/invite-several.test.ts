import { randomBytes } from 'node:crypto';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { featuresOf } from '@tenantry/model/plans';
import { Timestamp } from 'firebase-admin/firestore';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { mailsTo } from '../../support/mailbox.ts';
import { invite } from '../../support/operations/place.ts';
import { newShop } from '../../support/shop.ts';
import { hire, seatsOf, setAccess, setPlan } from '../../support/staff.ts';
import { expectProblem } from '../../support/web/browser.ts';
import { photograph } from '../../support/web/photograph.ts';
import { enterWorkspace, mailAfter, row } from '../../support/web/workspace.ts';

const page = 'team/invite';
const operation = '**/api/inviteMembers';

const addresses = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `several-${index}-${randomBytes(4).toString('hex')}@example.com`);

async function look(window: Page, list: string): Promise<void> {
  await window.getByLabel('Addresses').fill(list);
  await window.getByRole('button', { name: 'Check the list' }).click();
  await window.getByRole('heading', { name: 'Before anything is sent' }).waitFor();
}

const send = (window: Page): Promise<void> => window.getByRole('button', { name: /^Send invitations/ }).click();
const ends = (window: Page): Promise<void> => window.getByRole('heading', { name: 'What came of it' }).waitFor();

test('a pasted list is looked at before it is sent, and what was not sent is kept for another try', async () => {
  const shop = await newShop('Harbour');
  const [ann = '', bob = '', ...others] = addresses(6);
  const { email } = await hire(shop.owner, shop.tenantId, 'viewer');
  const window = await enterWorkspace(shop, { at: 'team' });
  await window.getByRole('link', { name: 'Invite several' }).click();
  await window.getByLabel('A few words to go with it').fill('We open on Monday');
  await window.getByLabel('Role').selectOption({ label: 'Viewer' });
  await photograph(window, 'invite-several-write');

  const list = `Ann Lee <${ann.toUpperCase()}>; ${bob}\nnobody\n${email}, ${ann}\n${others.join(' ')}`;
  await look(window, list);
  await window.getByText('Of 9 entries 6 will be invited. Their role: Viewer.').waitFor();
  await row(window, 'nobody').getByText('No e-mail address').waitFor();
  await row(window, email).getByText('Belongs to the business already').waitFor();
  await row(window, ann).getByText('Is in the list already').waitFor();
  await row(window, bob).getByText('Will be invited').waitFor();
  // Nothing that was typed is lost by looking.
  await window.getByRole('button', { name: 'Change the list' }).click();
  expect(await window.getByLabel('Addresses').inputValue()).toBe(list);
  expect(await window.getByLabel('A few words to go with it').inputValue()).toBe('We open on Monday');
  await window.getByRole('button', { name: 'Check the list' }).click();

  // The plan has five seats: two are taken, three are left for six.
  await send(window);
  await ends(window);
  await window.getByText('Of 9 entries 3 were invited just now.').waitFor();
  await row(window, bob).getByText('Invited', { exact: true }).waitFor();
  await row(window, others[3] ?? '')
    .getByText('Your plan ends at 5.')
    .waitFor();
  expect((await mailAfter(bob, 0)).text).toContain('We open on Monday');
  expect((await seatsOf(shop.tenantId)).counted).toEqual({ used: 2, invited: 3, owners: 1 });

  await window.getByRole('button', { name: 'Try the others again (4)' }).click();
  expect(await window.getByLabel('Addresses').inputValue()).toBe(['nobody', ...others.slice(1)].join('\n'));
  expect(await window.getByLabel('Role').inputValue()).toBe('viewer');
  await setPlan(shop.tenantId, 'pro');
  await window.getByRole('button', { name: 'Check the list' }).click();
  await send(window);
  await window.getByText('Of 4 entries 3 were invited just now.').waitFor();
  await window.getByRole('link', { name: 'To the team' }).click();
  await row(window, bob).getByText('Viewer').waitFor();
});

test('a list in a file is invited row by row: what is wrong is named and corrected, what is left is kept as a file', async () => {
  const shop = await newShop('Harbour');
  await setPlan(shop.tenantId, 'business');
  await setAccess(shop.tenantId, { features: featuresOf('business') });
  const { owner, tenantId } = shop;
  await owner.call('defineRole', { tenantId, key: 'packer', name: 'Packers', permissions: ['order:read'] });
  const [ann = '', bob = '', cid = '', dan = '', eve = '', fay = ''] = addresses(6);
  const window = await enterWorkspace(shop, { at: page, width: 375 });
  const choose = (name: string, content: string | Buffer): Promise<void> =>
    window.getByLabel('Choose a CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

  await choose('guests.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  await window.getByRole('alert').filter({ hasText: 'guests.xlsx cannot be used' }).waitFor();
  await window.getByText("It is a spreadsheet's own file.").waitFor();
  await photograph(window, 'invite-several-file-refused');

  // As Excel writes it in Germany, with a column that is nobody's business.
  const lines = [
    'Name;E-Mail;Role;Message',
    `Ann;${ann};Packers;"Come at nine;\nbring gloves"`,
    `Bob;${bob};;`,
    `Cid;${cid};boss;`,
    `Ann again;${ann.toUpperCase()};Viewer;`,
    '',
    `Dan;dan at example.com;member;`,
    `Eve;${eve};Customer;${'x'.repeat(1_001)}`,
    `Fay;${fay};customer;`,
  ];
  await choose('guests.csv', `\ufeff${lines.join('\r\n')}\r\n`);
  await window.getByText('Rows in guests.csv: 7').waitFor();
  await window.getByLabel('Role where the file names none').selectOption({ label: 'Viewer' });
  await window.getByLabel('A few words where the file has none').fill('Welcome aboard');
  await photograph(window, 'invite-several-file');
  await window.getByRole('button', { name: 'Check the list' }).click();
  await window.getByText('Of 7 entries 3 will be invited.').waitFor();
  await window.getByText('Columns that are left aside: Name.').waitFor();
  await row(window, 'Row 4').getByText('No role of this name').waitFor();
  await row(window, 'Row 5').getByText('Is in the list already').waitFor();
  await row(window, 'Row 7').getByText('No e-mail address').waitFor();
  await row(window, 'Row 8').getByText('Words longer than 1,000 characters').waitFor();
  await photograph(window, 'invite-several-file-look');

  await window.getByRole('button', { name: 'To correct (3)' }).click();
  await window.getByRole('button', { name: 'Correct dan at example.com' }).click();
  await window.getByRole('dialog').getByLabel('E-mail address').fill(dan);
  await photograph(window, 'invite-several-correct');
  await window.getByRole('button', { name: 'Take it over' }).click();
  await row(window, 'Row 7').waitFor({ state: 'detached' });

  // The good ones go regardless of the others.
  await window.getByRole('button', { name: 'Send invitations (4)' }).click();
  await ends(window);
  await window.getByText('Of 7 entries 4 were invited just now.').waitFor();
  await photograph(window, 'invite-several-file-done');
  const kept = window.waitForEvent('download');
  await window.getByRole('button', { name: 'Keep the others as a file' }).click();
  const file = await (await kept).createReadStream();
  const text = Buffer.concat(await file.toArray()).toString();
  expect(text).toContain(`${cid},boss,,4,No role of this name\r\n`);
  expect(text).not.toContain(bob);

  const invites = await database().collection(inTenant(shop.tenantId, tenantPaths.invites())).orderBy('email').get();
  expect(invites.docs.map((each) => ['email', 'role', 'message'].map((field): unknown => each.get(field)))).toEqual([
    [ann, 'packer', 'Come at nine;\nbring gloves'],
    [bob, 'viewer', 'Welcome aboard'],
    [dan, 'member', 'Welcome aboard'],
    [fay, 'customer', 'Welcome aboard'],
  ]);

  await window.getByRole('button', { name: 'Try the others again (2)' }).click();
  await window.getByText('Rows in guests.csv: 2').waitFor();
  await window.getByRole('button', { name: 'Take the file away' }).click();
  expect(await window.getByLabel('Addresses').inputValue()).toBe('');
  await choose('again.csv', text);
  await window.getByText('Rows in again.csv: 2').waitFor();
  await window.getByRole('button', { name: 'Check the list' }).click();
  await row(window, 'Row 2').getByText('boss').waitFor();
});

test('a part whose answer was lost is asked about again: nobody is invited twice, and the page says what it knows', async () => {
  const shop = await newShop('Harbour');
  const [ann = '', bob = ''] = addresses(2);
  const window = await enterWorkspace(shop, { at: page });
  expectProblem(window, /ERR_FAILED/);
  let calls = 0;
  await window.route(operation, async (route) => {
    calls += 1;
    if (calls > 1) return route.fallback();
    await route.fetch();
    return route.abort();
  });
  await look(window, `${ann}\n${bob}`);
  await send(window);
  await ends(window);
  await row(window, ann).getByText('Has an open invitation').waitFor();
  await window.getByText('Of 2 entries 0 were invited just now.').waitFor();
  await window.getByText('With an open invitation already: 2.').waitFor();
  expect(await window.getByRole('button', { name: /^Try the others again/ }).count()).toBe(0);
  expect(calls).toBe(2);
  await mailAfter(ann, 0);
  expect(await mailsTo(ann)).toHaveLength(1);
  expect((await seatsOf(shop.tenantId)).counted.invited).toBe(2);
});

test('a thousand are sent in parts, with progress, on a phone and by the keyboard, and can be stopped', async () => {
  const shop = await newShop('Harbour');
  const list = addresses(1_000);
  const window = await enterWorkspace(shop, { at: page, width: 375 });
  const held = Promise.withResolvers<void>();
  let calls = 0;
  // What the server does with a list is judged by its own tests: a thousand mails need not be sent for this.
  await window.route(operation, async (route) => {
    calls += 1;
    if (calls === 3) await held.promise;
    const { invites } = (route.request().postDataJSON() as { data: { invites: unknown[] } }).data;
    const answers = invites.map((_, index) => ({ inviteId: `${calls}-${index}` }));
    await route.fulfill({ json: { result: { answers } } });
  });
  await window.getByLabel('Addresses').fill(list.join('\n'));
  await window.getByRole('button', { name: 'Check the list' }).press('Enter');
  const focused = () => window.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe('Before anything is sent');
  await window.keyboard.press('Tab');
  await expect.poll(focused).toBe('Send invitations (1000)');
  await window.keyboard.press('Enter');
  await window.getByText('200 of 1000').waitFor();
  expect(await window.getByRole('progressbar').getAttribute('value')).toBe('200');
  await photograph(window, 'invite-several-send');
  await window.getByRole('button', { name: 'Stop' }).press('Enter');
  await window.getByText('Stops after those that are under way.').waitFor();
  held.resolve();
  await window.getByText('Of 1000 entries 300 were invited just now.').waitFor();
  expect(calls).toBe(3);
  await window.getByRole('button', { name: 'Not invited (700)' }).press('Enter');
  await row(window, list[300] ?? '')
    .getByText('Not sent')
    .waitFor();
  await window.getByRole('button', { name: 'Try the others again (700)' }).press('Enter');
  expect(await window.getByLabel('Addresses').inputValue()).toBe(list.slice(300).join('\n'));
  await window.getByRole('button', { name: 'Check the list' }).press('Enter');
  await window.getByRole('button', { name: 'Send invitations (700)' }).press('Enter');
  await window.getByText('Of 700 entries 700 were invited just now.').waitFor();
  expect(calls).toBe(10);
});

test('when no answer comes at all the rest is kept, and the page says which may have been sent', async () => {
  const shop = await newShop('Harbour');
  const list = addresses(160);
  const window = await enterWorkspace(shop, { at: page });
  expectProblem(window, /ERR_FAILED/);
  await window.route(operation, (route) => route.abort());
  await look(window, list.join(', '));
  await send(window);
  await window.getByRole('alert').filter({ hasText: 'Not everything could be sent' }).waitFor();
  await row(window, list[0] ?? '')
    .getByText('No answer came.')
    .waitFor();
  await row(window, list[159] ?? '')
    .getByText('Not sent')
    .waitFor();
  await photograph(window, 'invite-several-lost');
  await window.unroute(operation);
  await window.getByRole('button', { name: 'Try the others again (160)' }).click();
  expect(await window.getByLabel('Addresses').inputValue()).toBe(list.join('\n'));
});

test('more invitations than a page holds are all found on the team’s page', async () => {
  const shop = await newShop('Harbour');
  const batch = database().batch();
  for (let index = 0; index <= 100; index += 1) {
    const created = Timestamp.fromMillis(Date.now() - index * 1_000);
    const document = { ...invite(`waits-${index}@example.com`, 'viewer', shop.owner.uid), createdAt: created };
    batch.set(database().doc(inTenant(shop.tenantId, tenantPaths.invite(`waits-${index}`))), document);
  }
  await batch.commit();
  const window = await enterWorkspace(shop, { at: 'team' });
  await row(window, 'waits-99@').waitFor();
  expect(await row(window, 'waits-100@').count()).toBe(0);
  await window.getByRole('button', { name: 'Show older ones' }).click();
  await row(window, 'waits-100@').getByRole('button', { name: 'Withdraw' }).waitFor();
  expect(await window.getByRole('button', { name: 'Show older ones' }).count()).toBe(0);
});

test('who may not invite is told so', async () => {
  const shop = await newShop('Harbour');
  const viewer = await hire(shop.owner, shop.tenantId, 'viewer');
  const window = await enterWorkspace(shop, { as: viewer, at: page });
  await window.getByText('You may not see this').waitFor();
  expect(await window.getByLabel('Addresses').count()).toBe(0);
});
