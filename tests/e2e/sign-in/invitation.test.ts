import { randomBytes } from 'node:crypto';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem, follow, openTab, openWindow, refusedCall, signIn } from '../../support/web/browser.ts';
import { database } from '../../support/database.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { invite, type Link, readInvite, roleOf, setPlan } from '../../support/staff.ts';
import { askForLink, linkIn, mailAfter, openPage, pathOf } from '../../support/web/workspace.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await newShop('Amber Bakery');
  await setPlan(shop.tenantId, 'pro');
});

const addressOf = ({ tenantId, inviteId, secret }: Link): string => `/invite/${tenantId}/${inviteId}#${secret}`;
const accept = (page: Page): Promise<void> => page.getByRole('button', { name: 'Accept the invitation' }).click();

test('an invitation that comes by mail survives signing in, and leads inside with what the role may do', async () => {
  const email = `nina-${randomBytes(5).toString('hex')}@example.com`;
  const { inviteId } = await shop.owner.call('inviteMember', { tenantId: shop.tenantId, email, role: 'member' });
  const page = await openWindow();
  await follow(page, linkIn(await mailAfter(email, 0)));
  await page.getByText('You were invited to a business.').waitFor();
  // The secret is out of the address before anybody can look at it.
  expect(new URL(page.url()).hash).toBe('');

  // The link in the mail opens in a tab of its own, as it does from a mail program.
  const link = await askForLink(page, email);
  const tab = await openTab(page);
  await follow(tab, link);
  await tab.getByText(`You are signed in as ${email}.`).waitFor();
  await accept(tab);
  await tab.getByText('Your role: Member.').waitFor();
  await tab.getByRole('button', { name: 'Open the business' }).click();
  await tab.waitForURL(`**${pathOf(shop)}`);
  await tab.getByRole('link', { name: 'New order' }).waitFor();
  await openPage(tab, 'Team');
  await tab.getByRole('row').filter({ hasText: email }).getByText('Member', { exact: true }).waitFor();
  expect(await tab.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0);
  expect(await tab.getByRole('heading', { name: 'Invitations' }).count()).toBe(0);
  expect((await readInvite(shop.tenantId, inviteId)).status).toBe('accepted');
});

test('an invitation as viewer shows everything and offers to change nothing', async () => {
  const guest = await newPerson('vera');
  const link = await invite(shop.owner, shop.tenantId, guest.email, 'viewer');
  const page = await openWindow({ width: 375 });
  await signIn(page, guest.email, addressOf(link));
  await accept(page);
  await page.getByRole('button', { name: 'Open the business' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  expect(await page.getByRole('link', { name: 'New order' }).count()).toBe(0);
  await openPage(page, 'Products');
  await page.getByRole('heading', { name: 'No products yet' }).waitFor();
  expect(await page.getByRole('link', { name: 'Add product' }).count()).toBe(0);
});

test('an invitation to somebody else’s address says so, and another account can take it', async () => {
  const [guest, other] = await Promise.all([newPerson('guest'), newPerson('other')]);
  const link = await invite(shop.owner, shop.tenantId, guest.email, 'member');
  const page = await openWindow();
  expectProblem(page, refusedCall);
  await signIn(page, other.email, addressOf(link));
  await accept(page);
  await page.getByText('This invitation was sent to another e-mail address.').waitFor();
  expect(await roleOf(shop.tenantId, other)).toBeUndefined();

  await page.getByRole('button', { name: 'Use another account' }).click();
  await page.getByText('You were invited to a business.').waitFor();
  await follow(page, await askForLink(page, guest.email));
  await page.getByText(`You are signed in as ${guest.email}.`).waitFor();
  await accept(page);
  await page.getByText('You are in').waitFor();
  expect(await roleOf(shop.tenantId, guest)).toBe('member');
});

describe('an invitation that is no longer good', () => {
  const setInvite = ({ tenantId, inviteId }: Link, fields: Record<string, unknown>) =>
    database()
      .doc(inTenant(tenantId, tenantPaths.invite(inviteId)))
      .update(fields);

  const ends: Record<string, (link: Link, guest: Person) => Promise<unknown>> = {
    'was withdrawn': ({ tenantId, inviteId }) => shop.owner.call('revokeInvite', { tenantId, inviteId }),
    'is too old': (link) => setInvite(link, { expiresAt: Timestamp.fromMillis(Date.now() - 1_000) }),
    'was accepted already': async (link, guest) => {
      await guest.call('acceptInvite', link);
      await guest.refresh();
      await guest.call('leaveTenant', { tenantId: link.tenantId });
    },
  };
  test.each(Object.entries(ends))('says that it %s', async (words, end) => {
    const guest = await newPerson('guest');
    const link = await invite(shop.owner, shop.tenantId, guest.email, 'viewer');
    await end(link, guest);
    const page = await openWindow();
    expectProblem(page, refusedCall);
    await signIn(page, guest.email, addressOf(link));
    await accept(page);
    await page.getByText(`This invitation ${words}.`).waitFor();
    expect(await roleOf(shop.tenantId, guest)).toBeUndefined();
  });

  test('was sent again: the older mail’s link does not fit any more, the newest does', async () => {
    const guest = await newPerson('guest');
    const { inviteId } = await shop.owner.call('inviteMember', {
      tenantId: shop.tenantId,
      email: guest.email,
      role: 'viewer',
    });
    const older = linkIn(await mailAfter(guest.email, 0));
    await shop.owner.call('resendInvite', { tenantId: shop.tenantId, inviteId });
    const newest = linkIn(await mailAfter(guest.email, 1));
    const page = await openWindow();
    expectProblem(page, refusedCall);
    await signIn(page, guest.email, older);
    await accept(page);
    await page.getByText('This link does not fit an invitation.').waitFor();
    await page.goto('/profile');
    await page.goto(newest);
    await accept(page);
    await page.getByText('You are in').waitFor();
  });

  test('lost its last part on the way: the page says that the link is not complete', async () => {
    const guest = await newPerson('guest');
    const { tenantId, inviteId } = await invite(shop.owner, shop.tenantId, guest.email, 'viewer');
    const page = await openWindow();
    await signIn(page, guest.email, `/invite/${tenantId}/${inviteId}`);
    await page.getByRole('heading', { name: 'This link is not complete' }).waitFor();
  });
});
