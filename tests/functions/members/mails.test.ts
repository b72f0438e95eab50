import { expect, test } from 'vitest';
import { mailsTo } from '../../support/mailbox.ts';
import { newTenant, type Person } from '../../support/people.ts';
import { hire, setAccess, setPlan } from '../../support/staff.ts';

/** Subjects of the mails to somebody, newest first, without the invitation that they came by. */
async function subjectsTo({ email }: Person): Promise<string[]> {
  const mails = await mailsTo(email);
  return mails.map(({ subject }) => subject).filter((subject) => !subject.includes('invites you'));
}

test('whoever gets another role, an offer or their leave is told by mail, and nobody tells themselves', async () => {
  const { owner, tenantId } = await newTenant('Blue Door');
  await setPlan(tenantId, 'business');
  await setAccess(tenantId, { features: ['custom-roles'] });
  const person = await hire(owner, tenantId, 'viewer');
  const { uid } = person;
  await owner.call('setMemberRole', { tenantId, uid, role: 'member' });
  await expect.poll(() => subjectsTo(person)).toEqual(['Your role at Blue Door has changed']);
  // The same role again changes nothing, and says nothing.
  await owner.call('setMemberRole', { tenantId, uid, role: 'member' });
  await owner.call('defineRole', { tenantId, key: 'packer', name: 'Packers', permissions: [] });
  await owner.call('setMemberRole', { tenantId, uid, role: 'packer' });
  await expect.poll(async () => (await mailsTo(person.email))[0]?.text).toContain('You are “Packers” at Blue Door now');
  await owner.call('deleteRole', { tenantId, key: 'packer', moveTo: 'viewer' });
  await expect
    .poll(async () => (await mailsTo(person.email))[0]?.text)
    .toContain('You are a member of the team who can');
  await owner.call('offerOwnership', { tenantId, uid });
  await expect.poll(async () => (await subjectsTo(person))[0]).toMatch(/offers you Blue Door$/);
  await owner.call('removeMember', { tenantId, uid });
  await expect.poll(async () => (await subjectsTo(person))[0]).toBe('You no longer belong to Blue Door');
  expect(await subjectsTo(person)).toHaveLength(5);

  const other = await hire(owner, tenantId, 'owner');
  await owner.call('setMemberRole', { tenantId, uid: owner.uid, role: 'admin' });
  await other.call('setMemberRole', { tenantId, uid: owner.uid, role: 'viewer' });
  await expect.poll(() => subjectsTo(owner)).toEqual(['Your role at Blue Door has changed']);
});
