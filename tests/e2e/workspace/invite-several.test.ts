import { randomBytes } from 'node:crypto';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { mailsTo } from '../../support/mailbox.ts';
import { invite } from '../../support/operations/place.ts';
import { newShop } from '../../support/shop.ts';
import { hire, seatsOf, setPlan } from '../../support/staff.ts';
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
  await photograph(window, 'invite-several-look');
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
  await photograph(window, 'invite-several-done');
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
  await window.getByText('100 of 1000').waitFor();
  expect(await window.getByRole('progressbar').getAttribute('value')).toBe('100');
  await photograph(window, 'invite-several-send');
  await window.getByRole('button', { name: 'Stop' }).press('Enter');
  await window.getByText('Stops after those that are under way.').waitFor();
  held.resolve();
  await window.getByText('Of 1000 entries 150 were invited just now.').waitFor();
  expect(calls).toBe(3);
  await row(window, list[150] ?? '')
    .getByText('Not sent')
    .waitFor();
  await window.getByRole('button', { name: 'Try the others again (850)' }).press('Enter');
  expect(await window.getByLabel('Addresses').inputValue()).toBe(list.slice(150).join('\n'));
  await window.getByRole('button', { name: 'Check the list' }).press('Enter');
  await window.getByRole('button', { name: 'Send invitations (850)' }).press('Enter');
  await window.getByText('Of 850 entries 850 were invited just now.').waitFor();
  expect(calls).toBe(20);
});

test('when no answer comes at all the rest is kept, and the page says which may have been sent', async () => {
  const shop = await newShop('Harbour');
  const list = addresses(60);
  const window = await enterWorkspace(shop, { at: page });
  expectProblem(window, /ERR_FAILED/);
  await window.route(operation, (route) => route.abort());
  await look(window, list.join(', '));
  await send(window);
  await window.getByRole('alert').filter({ hasText: 'Not everything could be sent' }).waitFor();
  await row(window, list[0] ?? '')
    .getByText('No answer came.')
    .waitFor();
  await row(window, list[59] ?? '')
    .getByText('Not sent')
    .waitFor();
  await photograph(window, 'invite-several-lost');
  await window.unroute(operation);
  await window.getByRole('button', { name: 'Try the others again (60)' }).click();
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
