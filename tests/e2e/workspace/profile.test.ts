import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { authentication, readDocument } from '../../support/database.ts';
import { mailTo } from '../../support/mailbox.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { hire, roleOf } from '../../support/staff.ts';
import { force } from '../../support/web/forced-answers.ts';
import { photograph } from '../../support/web/photograph.ts';
import { expectProblem, follow, openWindow, refusedCall } from '../../support/web/browser.ts';
import { enterWorkspace, linkIn, mailAfter, pathOf, row } from '../../support/web/workspace.ts';

/** What a page says whose sign-in ends under it. */
const ended = [refusedCall, /status of 40[03]/, /net::ERR_ABORTED/];

async function confirm(page: Page, action: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: action }).click();
}

const memberOf = ({ tenantId }: Shop, { uid }: Person) => readDocument(inTenant(tenantId, tenantPaths.member(uid)));

test('the profile names every business of the person, and lets them leave one', async () => {
  const [harbour, hill] = [await newShop('Harbour'), await newShop('Hill')];
  const person = await hire(harbour.owner, harbour.tenantId, 'viewer');
  await person.call('joinAsCustomer', { slug: hill.slug });
  await person.refresh();
  const page = await openWindow({ as: person, width: 375 });
  await page.goto('/profile');
  await page.getByRole('link', { name: 'Harbour', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Leave Hill' }).click();
  await page.getByText('Your orders stay with the shop.').waitFor();
  await confirm(page, 'Leave this business');
  await page.getByText('You have left Hill').waitFor();
  await page.getByRole('link', { name: 'Hill' }).waitFor({ state: 'detached' });
  expect([await roleOf(hill.tenantId, person), await roleOf(harbour.tenantId, person)]).toEqual([undefined, 'viewer']);
});

test('whoever asks for it on the page that the profile leads to is mailed what a customer orders', async () => {
  const shop = await newShop('Harbour');
  const [customer, tea] = await Promise.all([shop.customer('ann'), shop.product({ name: 'Green tea' })]);
  const page = await openWindow({ as: shop.owner, width: 375 });
  await page.goto('/profile');
  await page.getByRole('link', { name: 'Mails about orders at Harbour' }).click();
  const mails = page.getByRole('switch', { name: 'Mail me each new order' });
  await mails.waitFor();
  expect(await mails.isChecked()).toBe(false);
  await photograph(page, 'workspace-order-mails');
  await mails.click();
  await expect.poll(async () => (await memberOf(shop, shop.owner))?.notifications).toEqual({ newOrders: true });
  await page.reload();
  await mails.waitFor();
  expect(await mails.isChecked()).toBe(true);

  await customer.call('placeOrder', shop.order([tea, 2]));
  const mail = await mailTo(shop.owner.email, /^New order no\. 1 at Harbour$/);
  await page.goto(linkIn(mail));
  await page.getByText('Green tea').waitFor();

  // A refusal is told, and the switch goes back.
  await page.goto(pathOf(shop, 'orders/notifications'));
  await mails.waitFor();
  await force(page, { url: /api\/setNotifications/ }, 'error');
  await mails.click();
  await page.getByRole('alert').waitFor();
  await expect.poll(() => mails.isChecked()).toBe(true);
});

test('another address is theirs once its link was opened, and the business sees it', async () => {
  const shop = await newShop('Harbour');
  const person = await hire(shop.owner, shop.tenantId, 'viewer');
  const next = `new-${person.email}`;
  const page = await openWindow({ as: person, width: 375 });
  expectProblem(page, ...ended);
  await page.goto('/profile');
  await page.getByLabel('New e-mail address').fill(shop.owner.email);
  await page.getByRole('button', { name: 'Change address' }).click();
  await page.getByText('Somebody signs in with this address already.').waitFor();
  await page.getByLabel('New e-mail address').fill(next);
  await page.getByRole('button', { name: 'Change address' }).click();
  await page.getByText(`We sent a link to ${next}`).waitFor();
  expect((await authentication().getUser(person.uid)).email).toBe(person.email);
  await follow(page, linkIn(await mailAfter(next, 0)));
  await page.getByText(`You sign in with ${next}.`).waitFor();
  await expect.poll(async () => (await memberOf(shop, person))?.email).toBe(next);
});

test('signing out everywhere ends the page on another device too, and one can sign in again', async () => {
  const shop = await newShop('Harbour');
  const person = await hire(shop.owner, shop.tenantId, 'viewer');
  const other = await enterWorkspace(shop, { as: person, at: 'products' });
  const page = await openWindow({ as: person });
  for (const each of [other, page]) expectProblem(each, ...ended);
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await confirm(page, 'Sign out everywhere');
  await page.getByRole('button', { name: 'Send me a sign-in link' }).waitFor();
  expect(await roleOf(shop.tenantId, person)).toBe('viewer');
});

test('the only owner of a business is told so before the account goes, and anybody else’s is gone', async () => {
  const shop = await newShop('Harbour');
  const page = await openWindow({ as: shop.owner });
  expectProblem(page, ...ended);
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await confirm(page, 'Delete my account');
  await page.getByText('A business needs an owner. Make somebody else an owner first.').waitFor();

  const person = await newPerson('leaver');
  await person.call('joinAsCustomer', { slug: shop.slug });
  const theirs = await openWindow({ as: await person.refresh() });
  expectProblem(theirs, ...ended);
  await theirs.goto('/profile');
  await theirs.getByRole('button', { name: 'Delete my account' }).click();
  await confirm(theirs, 'Delete my account');
  await theirs.getByRole('button', { name: 'Send me a sign-in link' }).waitFor();
  await expect(authentication().getUser(person.uid)).rejects.toThrow('no user record');
  expect(await roleOf(shop.tenantId, person)).toBeUndefined();
});

test('an owner hands over, and the other accepts on the team page, live on both sides', async () => {
  const shop = await newShop('Harbour');
  const heir = await hire(shop.owner, shop.tenantId, 'member');
  const theirs = await enterWorkspace(shop, { as: heir, at: 'team', width: 375 });
  const page = await enterWorkspace(shop, { at: 'team' });
  await page.getByRole('button', { name: 'What to do with member' }).click();
  await page.getByRole('menuitem', { name: 'Hand over ownership' }).click();
  await page.getByText('Nothing changes until member accepts.').waitFor();
  await confirm(page, 'Hand over ownership');
  await page.getByText('member can accept on the team page now').waitFor();

  await theirs.getByText('owner offers you Harbour').waitFor();
  await theirs.getByRole('button', { name: 'Become an owner' }).click();
  await confirm(theirs, 'Become an owner');
  await theirs.getByText('You are an owner now').waitFor();
  await row(page, heir.email).getByText('Owner', { exact: true }).waitFor();
  expect([await roleOf(shop.tenantId, shop.owner), await roleOf(shop.tenantId, heir)]).toEqual(['admin', 'owner']);
  await theirs.getByText('offers you Harbour').waitFor({ state: 'detached' });
});
