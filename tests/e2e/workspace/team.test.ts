import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { expectProblem, refusedCall } from '../../support/web/browser.ts';
import { newPerson } from '../../support/people.ts';
import { newShop } from '../../support/shop.ts';
import { hire, roleOf } from '../../support/staff.ts';
import { photograph } from '../../support/web/photograph.ts';
import { mailAfter, linkIn, enterWorkspace, row } from '../../support/web/workspace.ts';

async function chooseInMenu(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function inviteByForm(page: Page, email: string, role: string): Promise<void> {
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByLabel('Role').selectOption({ label: role });
  await dialog.getByLabel('A few words to go with it').fill('We need you on Saturdays');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
}

test('somebody is invited, reminded, and the invitation withdrawn', async () => {
  const shop = await newShop('Harbour');
  const { email } = await newPerson('nina');
  const page = await enterWorkspace(shop, { at: 'team' });
  await page.getByRole('heading', { name: 'Nobody is invited at the moment' }).waitFor();
  await inviteByForm(page, email, 'Viewer');
  await page.getByText(`The invitation to ${email} is on its way`).waitFor();
  const invitation = row(page, email);
  await invitation.getByText('Viewer').waitFor();
  const first = await mailAfter(email, 0);
  expect(first.text).toContain('We need you on Saturdays');

  await invitation.getByRole('button', { name: 'Send again' }).click();
  const second = await mailAfter(email, 1);
  expect(linkIn(second)).not.toBe(linkIn(first));

  // A second invitation to the same address is refused at the field, and the dialog stays.
  expectProblem(page, refusedCall);
  await inviteByForm(page, email, 'Member');
  await page.getByText('This address has an open invitation already.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  // It is gone from the list before the answer, and comes back with the reason when there is none.
  let refuse = (): void => undefined;
  const asked = new Promise<void>((resolve) => (refuse = resolve));
  await page.route(/api\/revokeInvite$/, (route) => asked.then(() => route.abort()));
  expectProblem(page, /ERR_FAILED/);
  await invitation.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('heading', { name: 'Nobody is invited at the moment' }).waitFor();
  refuse();
  await invitation.getByRole('button', { name: 'Withdraw' }).waitFor();
  await page.getByRole('alert').getByText('We could not be reached.').waitFor();
  await page.unroute(/api\/revokeInvite$/);

  await invitation.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText(`The invitation to ${email} was withdrawn`).waitFor();
  await page.getByRole('heading', { name: 'Nobody is invited at the moment' }).waitFor();
});

test('a role is changed and taken back, and a person removed after being asked', async () => {
  const shop = await newShop('Harbour');
  const person = await hire(shop.owner, shop.tenantId, 'member');
  const page = await enterWorkspace(shop, { at: 'team' });
  const line = row(page, person.email);
  await line.getByText('Member', { exact: true }).waitFor();
  await chooseInMenu(page, 'member', 'Change role');
  const dialog = page.getByRole('dialog', { name: 'Role of member' });
  await dialog.getByLabel('Role').selectOption({ label: 'Admin' });
  await dialog.getByText('Runs the business: people, settings, products and orders.').waitFor();
  await dialog.getByRole('button', { name: 'Change role' }).click();
  await line.getByText('Admin', { exact: true }).waitFor();
  expect(await roleOf(shop.tenantId, person)).toBe('admin');
  await page.getByRole('button', { name: 'Undo' }).click();
  await line.getByText('Member', { exact: true }).waitFor();

  await chooseInMenu(page, 'member', 'Remove from the team');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove from the team' }).click();
  await page.getByText('member was removed').waitFor();
  await line.waitFor({ state: 'detached' });
  expect(await roleOf(shop.tenantId, person)).toBeUndefined();
});

test('whoever works here can leave, but not the last owner', async () => {
  const shop = await newShop('Harbour');
  const person = await hire(shop.owner, shop.tenantId, 'viewer');
  const theirs = await enterWorkspace(shop, { as: person, at: 'team' });
  // The page notices by its lines that the person is out before it has gone to the start.
  expectProblem(theirs, refusedCall);
  expect(await theirs.getByRole('button', { name: 'What to do with owner' }).count()).toBe(0);
  await chooseInMenu(theirs, 'viewer', 'Leave this business');
  await theirs.getByRole('dialog').getByRole('button', { name: 'Leave this business' }).click();
  await theirs.getByRole('heading', { name: 'Welcome' }).waitFor();
  expect(await roleOf(shop.tenantId, person)).toBeUndefined();

  const owners = await enterWorkspace(shop, { at: 'team' });
  expectProblem(owners, refusedCall);
  await chooseInMenu(owners, 'owner', 'Leave this business');
  await owners.getByRole('dialog').getByRole('button', { name: 'Leave this business' }).click();
  await owners.getByText('A business needs an owner. Make somebody else an owner first.').waitFor();
  expect(await roleOf(shop.tenantId, shop.owner)).toBe('owner');
});

test('a customer is apart from the team: found among the customers, and removed there', async () => {
  const shop = await newShop('Harbour');
  const customer = await shop.customer('Clara');
  const tea = await shop.product({ name: 'Tea' });
  await customer.call('placeOrder', shop.order([tea, 1]));
  const page = await enterWorkspace(shop, { at: 'team' });
  await row(page, shop.owner.email).waitFor();
  expect(await page.locator('body').innerText()).not.toContain(customer.email);
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('searchbox', { name: 'Search by name or e-mail' }).fill('clara');
  await page.getByRole('link', { name: 'Clara' }).click();
  await row(page, '#1').waitFor();
  await page.getByRole('button', { name: 'Remove customer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove customer' }).click();
  await page.getByText('Clara was removed').waitFor();
  expect(await roleOf(shop.tenantId, customer)).toBeUndefined();
});

test('somebody of the team is found by words, role and state, and the address keeps what was looked for', async () => {
  const shop = await newShop('Harbour');
  const person = await shop.staff('viewer');
  const page = await enterWorkspace(shop, { at: 'team' });
  await row(page, person.email).waitFor();
  await page.getByRole('searchbox', { name: 'Search by name or address' }).fill(shop.owner.email.toUpperCase());
  await row(page, person.email).waitFor({ state: 'detached' });
  await row(page, shop.owner.email).waitFor();
  await page.reload();
  await row(page, shop.owner.email).waitFor();
  expect(await row(page, person.email).count()).toBe(0);
  await page.getByRole('searchbox', { name: 'Search by name or address' }).fill('');
  await page.getByLabel('Only this role').selectOption({ label: 'Viewer' });
  await row(page, shop.owner.email).waitFor({ state: 'detached' });
  await row(page, person.email).waitFor();

  const { tenantId } = shop;
  await page.getByLabel('Only this role').selectOption({ label: 'Every role' });
  await shop.owner.call('inviteMember', { tenantId, email: 'nina@example.com', role: 'member' });
  const monthsAgo = (months: number) => Timestamp.fromMillis(Date.now() - months * 31 * 86_400_000);
  await database()
    .doc(inTenant(tenantId, tenantPaths.member(person.uid)))
    .update({ joinedAt: monthsAgo(3), lastSeenAt: monthsAgo(2) });
  await row(page, person.email).getByText('Not here for 30 days').waitFor();
  await row(page, shop.owner.email).getByText('Active').waitFor();
  await photograph(page, 'workspace-team-states');
  await page.getByLabel('Only this state').selectOption({ label: 'Not here for 30 days' });
  await row(page, shop.owner.email).waitFor({ state: 'detached' });
  expect(await row(page, 'nina@example.com').count()).toBe(0);
  await page.getByLabel('Only this state').selectOption({ label: 'Invited' });
  await row(page, 'nina@example.com').waitFor();
  expect(await row(page, person.email).count()).toBe(0);
});

test('whoever changes their own role is asked before they lose anything', async () => {
  const shop = await newShop('Harbour');
  const admin = await hire(shop.owner, shop.tenantId, 'admin');
  const page = await enterWorkspace(shop, { as: admin, at: 'team' });
  await chooseInMenu(page, 'admin', 'Change role');
  const dialog = page.getByRole('dialog', { name: 'Role of admin' });
  await dialog.getByLabel('Role').selectOption({ label: 'Viewer' });
  await dialog.getByRole('button', { name: 'Change role' }).click();
  await dialog.getByText('This is your own role').waitFor();
  expect(await roleOf(shop.tenantId, admin)).toBe('admin');
  await dialog.getByRole('button', { name: 'Yes, change my own role' }).click();
  await row(page, admin.email).getByText('Viewer', { exact: true }).waitFor();
  expect(await roleOf(shop.tenantId, admin)).toBe('viewer');
});
