import { randomUUID } from 'node:crypto';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { database, readDocument } from '../../support/database.ts';
import { mailTo } from '../../support/mailbox.ts';
import { newPerson } from '../../support/people.ts';
import { newShop } from '../../support/shop.ts';
import { openWindow } from '../../support/web/browser.ts';
import { photograph } from '../../support/web/photograph.ts';
import { enterWorkspace, row } from '../../support/web/workspace.ts';

const ago = (minutes: number) => Timestamp.fromMillis(Date.now() - minutes * 60_000);

test('an operator sends a mail again of which nobody knows whether it arrived, and reads neither words nor address', async () => {
  const [operator, shop] = await Promise.all([newPerson('operator'), newShop('Blue Door')]);
  await addOperator(operator.email);
  const mailId = randomUUID();
  const to = `${mailId}@example.com`;
  const lost = { kind: 'member-removed', to, tenantId: shop.tenantId, status: 'claimed', attempts: 1 };
  await database()
    .doc(paths.mail(mailId))
    .set({
      ...lost,
      data: { tenantName: 'Blue Door', slug: shop.slug, actorName: 'Ann' },
      createdAt: ago(31),
      queuedAt: ago(31),
      claimedAt: ago(30),
      expiresAt: ago(-60),
    });

  const page = await openWindow({ as: operator });
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Mails', exact: true }).click();
  const mail = row(page, shop.slug);
  await mail.getByText('Removed from a business').waitFor();
  expect(await page.getByText('@example.com', { exact: false }).allTextContents()).toEqual([operator.email]);
  await photograph(page, 'console-mails');
  await mail.getByRole('button', { name: /^Send again/ }).click();
  await page.getByText('its reader gets it a second time').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
  await page.getByText('It is on its way again').waitFor();
  await mail.waitFor({ state: 'detached' });
  await mailTo(to, /You no longer belong to Blue Door/);
  await page.getByRole('button', { name: 'Failed' }).click();
  await page.waitForURL(/trouble=failed/);
  await page.getByText('The mail server refused them for good').waitFor();
});

test('a team sees of each invitation whether its mail went out, and sends again what nobody knows of', async () => {
  const shop = await newShop('Harbour');
  const { tenantId, owner } = shop;
  const [lost, refused] = [`lost-${randomUUID()}@example.com`, `refused-${randomUUID()}@example.com`];
  const invite = async (email: string, state: string) => {
    const { inviteId } = await owner.call('inviteMember', { tenantId, email, role: 'member' });
    const path = inTenant(tenantId, tenantPaths.invite(inviteId));
    await expect.poll(async () => (await readDocument(path))?.mail).toMatchObject({ state: 'sent' });
    if (state !== 'sent')
      await database()
        .doc(path)
        .update({ mail: { generation: 1, state, at: ago(6) } });
  };
  await invite(lost, 'sending');
  await invite(refused, 'failed');
  await invite('fine@example.com', 'sent');

  const page = await enterWorkspace(shop, { at: 'team' });
  await row(page, 'fine@example.com')
    .getByText(/^Sent /)
    .waitFor();
  await row(page, refused).getByText('Look whether it is right.').waitFor();
  const unknown = row(page, lost);
  await unknown.getByText("We can't tell whether this mail went out. Send it again.").waitFor();
  await photograph(page, 'workspace-invitation-mails');
  await unknown.getByRole('button', { name: 'Send again' }).click();
  await unknown.getByText(/^Sent /).waitFor();
});
