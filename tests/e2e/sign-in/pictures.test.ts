import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { expectProblem, follow, openWindow, refusedCall } from '../../support/web/browser.ts';
import { photograph } from '../../support/web/photograph.ts';
import { newPerson } from '../../support/people.ts';
import { newShop } from '../../support/shop.ts';
import { invite } from '../../support/staff.ts';
import { askForLink, pathOf } from '../../support/web/workspace.ts';

test('the pages of signing in read well, in every width and light', async () => {
  const page = await openWindow();
  const email = `karla-${randomBytes(5).toString('hex')}@example.com`;
  await page.goto('/');
  await page.getByRole('button', { name: 'Send me a sign-in link' }).waitFor();
  await photograph(page, 'sign-in');
  const link = await askForLink(page, email);
  await photograph(page, 'sign-in-sent');

  const elsewhere = await openWindow();
  await follow(elsewhere, link);
  await elsewhere.getByRole('button', { name: 'Continue' }).click();
  await elsewhere.getByText('Enter an e-mail address').waitFor();
  await photograph(elsewhere, 'sign-in-other-device');
  await elsewhere.goto('/sign-in/finish?mode=signIn');
  await elsewhere.getByText('This link did not sign you in').waitFor();
  await photograph(elsewhere, 'sign-in-link-failed');

  await follow(page, link);
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  await photograph(page, 'start-none');
  await page.getByRole('link', { name: 'Open a business' }).click();
  await page.getByRole('button', { name: 'Open a business' }).click();
  await page.getByText('Fill this in.').first().waitFor();
  expect(await page.getByLabel('Name of the business').getAttribute('aria-invalid')).toBe('true');
  await photograph(page, 'start-open-business');
});

test('the pages between businesses read well, in every width and light', async () => {
  const [harbour, meadow, person] = await Promise.all([newShop('Harbour'), newShop('Meadow'), newPerson('lea')]);
  await person.call('joinAsCustomer', { slug: harbour.slug });
  await person.call('joinAsCustomer', { slug: meadow.slug });
  await meadow.owner.call('setMemberRole', { tenantId: meadow.tenantId, uid: person.uid, role: 'viewer' });
  const page = await openWindow({ as: person });
  expectProblem(page, refusedCall);
  await page.goto('/');
  await page.getByRole('heading', { name: 'Where do you want to go?' }).waitFor();
  await photograph(page, 'start-several');

  const { tenantId, inviteId, secret } = await invite(harbour.owner, harbour.tenantId, 'else@example.com', 'admin');
  const other = await newShop('Elsewhere');
  for (const [name, address, words] of [
    ['profile', '/profile', 'Your name'],
    ['start-foreign', pathOf(other), 'There is nothing here for you'],
    ['start-customer', pathOf(harbour), 'You are a customer of Harbour'],
    ['start-no-page', '/nothing/like/that', 'There is no such page'],
    ['invitation-incomplete', `/invite/${other.tenantId}/none`, 'This link is not complete'],
  ] as const) {
    await page.goto(address);
    await page.getByText(words).waitFor();
    await photograph(page, name);
  }
  // Of a business that the person is not in yet, and to somebody else.
  await harbour.owner.call('removeMember', { tenantId, uid: person.uid });
  await page.goto(`/invite/${tenantId}/${inviteId}#${secret}`);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.getByText('The invitation could not be accepted').waitFor();
  await photograph(page, 'invitation-refused');
});
