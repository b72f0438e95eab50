import { invitationMails, invitationMailsToAddress } from '@tenantry/model/invitation-mails';
import type { Invited } from '@tenantry/model/operations/members';
import { paths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { mailTo, mailsTo } from '../../support/mailbox.ts';
import { newTenant, type Person } from '../../support/people.ts';
import { hire, newCustomer, readInvite, setPlan } from '../../support/staff.ts';

let count = 0;
const guest = (role = 'customer') => ({ email: `allowed-${(count += 1)}-${Date.now()}@example.com`, role });
const guests = (many: number) => Array.from({ length: many }, () => guest());

/** The count of today, of a business or of a person. It is set as if so many had been mailed before. */
const countOf = (id: string) =>
  database().doc(paths.rateLimit(`invitations-${id}-${new Date().toISOString().slice(0, 10)}`));
const mailedBefore = (id: string, mails: number) =>
  countOf(id).set({ count: mails, expiresAt: Timestamp.fromMillis(Date.now() + 172_800_000) });
const mailed = async (id: string): Promise<unknown> => (await countOf(id).get()).get('count');

async function outcomesOf(
  by: Person,
  tenantId: string,
  invites: readonly { email: string; role: string }[],
): Promise<string[]> {
  const { answers } = await by.call('inviteMembers', { tenantId, invites: [...invites] });
  return answers.map(outcomeOf);
}

const outcomeOf = (row: Invited): string => ('reason' in row ? row.reason : 'ok');

const secondsLeft = () => 86_400 - ((Date.now() / 1_000) % 86_400);

test('a business mails as many invitations to strangers in a day as its plan allows, row by row', async () => {
  const { owner, tenantId, slug } = await newTenant();
  const most = invitationMails.free.ofBusiness;
  await mailedBefore(tenantId, most - 2);
  const customer = await newCustomer(slug);
  const list = [guest(), { email: customer.email, role: 'viewer' }, guest(), guest()];
  // Who is in the business already is no stranger.
  const { answers } = await owner.call('inviteMembers', { tenantId, invites: list });
  expect(answers.map(outcomeOf)).toEqual(['ok', 'ok', 'ok', 'rate']);
  const waits = (answers[3] as { retryAfterSeconds: number }).retryAfterSeconds;
  expect(Math.abs(waits - secondsLeft())).toBeLessThan(60);
  expect(await mailed(tenantId)).toBe(most);
  await mailTo(list[2]?.email ?? '', /./);
  expect(await mailsTo(list[3]?.email ?? '')).toEqual([]);

  // One alone, and one sent again, are counted alike; nothing is written when they are refused.
  const refusal = { code: 'resource-exhausted', details: { reason: 'rate' } };
  expect(await owner.try('inviteMember', { tenantId, ...guest() })).toMatchObject(refusal);
  const inviteId = (answers[0] as { inviteId: string }).inviteId;
  expect(await owner.try('resendInvite', { tenantId, inviteId })).toMatchObject(refusal);
  expect(await readInvite(tenantId, inviteId)).toMatchObject({ generation: 1, mailed: { times: 1 } });
  expect(await mailed(tenantId)).toBe(most);

  // A plan that is paid for allows the thousand of the largest file that a shop is likely to have.
  await setPlan(tenantId, 'pro');
  await owner.call('resendInvite', { tenantId, inviteId });
  expect(await outcomesOf(owner, tenantId, list.slice(3))).toEqual(['ok']);
  expect(await mailed(tenantId)).toBe(most + 2);
  expect(invitationMails.pro.ofBusiness).toBeGreaterThanOrEqual(1_000);
  await mailedBefore(tenantId, invitationMails.pro.ofBusiness);
  expect(await outcomesOf(owner, tenantId, [guest()])).toEqual(['rate']);
});

test('a person does not mail more by opening more businesses, unless these are paid for', async () => {
  const [first, second] = [await newTenant(), await newTenant()];
  const { owner } = first;
  await hire(second.owner, second.tenantId, 'admin', owner);
  await mailedBefore(owner.uid, (invitationMails.free.ofPerson ?? 0) - 2);
  expect(await outcomesOf(owner, first.tenantId, guests(1))).toEqual(['ok']);
  expect(await outcomesOf(owner, second.tenantId, guests(2))).toEqual(['ok', 'rate']);
  expect(await outcomesOf(owner, first.tenantId, guests(1))).toEqual(['rate']);
  // A colleague goes on, and so do they when the plan is another.
  expect(await outcomesOf(second.owner, second.tenantId, guests(1))).toEqual(['ok']);
  await setPlan(second.tenantId, 'business');
  expect(await outcomesOf(owner, second.tenantId, guests(1))).toEqual(['ok']);
  expect(await mailed(owner.uid)).toBe(invitationMails.free.ofPerson);
});

test('lists at once and answers that were lost are counted once, and never above what is allowed', async () => {
  const { owner, tenantId } = await newTenant();
  const most = invitationMails.free.ofBusiness;
  const list = guests(3);
  for (let time = 0; time < 2; time += 1) await outcomesOf(owner, tenantId, list);
  expect(await mailed(tenantId)).toBe(3);
  await mailedBefore(tenantId, most - 4);
  const answers = await Promise.all(Array.from({ length: 6 }, () => outcomesOf(owner, tenantId, guests(2))));
  expect(answers.flat().filter((each) => each === 'ok')).toHaveLength(4);
  expect(answers.flat().filter((each) => each === 'rate')).toHaveLength(8);
  expect(await mailed(tenantId)).toBe(most);
});

test('one address gets five mails of a business in a day, by one invitation or by many', async () => {
  const { owner, tenantId } = await newTenant();
  const { email, role } = guest();
  const { inviteId } = await owner.call('inviteMember', { tenantId, email, role });
  for (let mail = 2; mail < invitationMailsToAddress; mail += 1)
    await owner.call('resendInvite', { tenantId, inviteId });
  await owner.call('revokeInvite', { tenantId, inviteId });
  const last = await owner.call('inviteMember', { tenantId, email, role });
  const refusal = { code: 'resource-exhausted', details: { reason: 'rate' } };
  expect(await owner.try('resendInvite', { tenantId, inviteId: last.inviteId })).toMatchObject(refusal);
  await owner.call('revokeInvite', { tenantId, inviteId: last.inviteId });
  expect(await outcomesOf(owner, tenantId, [{ email, role }, guest()])).toEqual(['rate', 'ok']);
  // What was mailed on another day does not count.
  const yesterday = { day: '2026-01-01', times: invitationMailsToAddress };
  for (const id of [inviteId, last.inviteId]) {
    await database().doc(`tenants/${tenantId}/invites/${id}`).update({ mailed: yesterday });
  }
  expect(await outcomesOf(owner, tenantId, [{ email, role }])).toEqual(['ok']);
});
