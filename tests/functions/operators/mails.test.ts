import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { randomUUID } from 'node:crypto';
import type { MailInTrouble, MailTrouble } from '@tenantry/model/operations/mails';
import { paths, tenantPaths, inTenant } from '@tenantry/model/paths';
import { beforeAll, describe, expect, test } from 'vitest';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { database, readDocument } from '../../support/database.ts';
import { mailsTo, mailTo } from '../../support/mailbox.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';

let operator: Person;
let tenant: Awaited<ReturnType<typeof newTenant>>;

beforeAll(async () => {
  const person = await newPerson('operator');
  await addOperator(person.email);
  [operator, tenant] = [await person.refresh(), await newTenant('Blue Door')];
});

const ago = (minutes: number) => Timestamp.fromMillis(Date.now() - minutes * 60_000);

/** A mail whose sender died half an hour ago, unless told otherwise. */
async function lostMail(fields: object = {}): Promise<string> {
  const mailId = randomUUID();
  const { tenantId } = tenant;
  const data = { tenantName: 'Blue Door', slug: 'blue-door', actorName: 'Ann' };
  const times = { createdAt: ago(31), queuedAt: ago(31), claimedAt: ago(30), expiresAt: ago(-60) };
  const mail = { kind: 'member-removed', to: `${mailId}@example.com`, tenantId, data, status: 'claimed', attempts: 1 };
  await database()
    .doc(paths.mail(mailId))
    .set({ ...mail, ...times, ...fields });
  return mailId;
}

async function listed(trouble: MailTrouble): Promise<Map<string, MailInTrouble>> {
  const { mails } = await operator.callOperator('listMails', { trouble });
  return new Map(mails.map((mail) => [mail.mailId, mail]));
}

const reasonOf = async (mailId: string) => {
  const answer = await operator.tryOperator('resendMail', { mailId });
  return answer.ok ? 'ok' : answer.details.reason;
};

describe('an operator', () => {
  test('sees which mails are in doubt or failed, of whom and when, and neither words nor addresses', async () => {
    const unknown = await lostMail();
    const failed = await lostMail({ status: 'failed', tenantId: null });
    const sending = await lostMail({ claimedAt: ago(1) });
    const sent = await lostMail({ status: 'sent' });

    const inDoubt = await listed('unknown');
    expect(inDoubt.get(unknown)).toEqual({
      mailId: unknown,
      trouble: 'unknown',
      kind: 'member-removed',
      tenantId: tenant.tenantId,
      slug: tenant.slug,
      askedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      triedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    });
    expect([failed, sending, sent].filter((mailId) => inDoubt.has(mailId))).toEqual([]);
    const given = await listed('failed');
    expect(given.get(failed)).toMatchObject({ trouble: 'failed', tenantId: null, slug: null });
    expect(given.has(unknown)).toBe(false);
  });

  test('sees those in doubt behind any number that are being sent now, and the others where one is none', async () => {
    const [unknown, broken] = [await lostMail({ queuedAt: ago(32) }), await lostMail()];
    const sending = Array.from({ length: 205 }, () => randomUUID());
    const writer = database().bulkWriter();
    const template = await readDocument(paths.mail(unknown));
    for (const mailId of sending) {
      void writer.set(database().doc(paths.mail(mailId)), { ...template, queuedAt: ago(31), claimedAt: ago(1) });
    }
    await writer.flush();
    expect([(await listed('unknown')).has(unknown), (await listed('unknown')).has(broken)]).toEqual([true, true]);
    await database().doc(paths.mail(broken)).update({ createdAt: FieldValue.delete() });
    const inDoubt = await listed('unknown');
    expect([unknown, broken, ...sending].filter((mailId) => inDoubt.has(mailId))).toEqual([unknown]);
    // Minutes from now they would be in the way of other tests' mails.
    for (const mailId of [broken, ...sending]) void writer.delete(database().doc(paths.mail(mailId)));
    await writer.close();
  });

  test('sends one again by hand, older than mails are sent by themselves, and it is written down once', async () => {
    const mailId = await lostMail({ createdAt: ago(5 * 24 * 60) });
    await Promise.all([reasonOf(mailId), reasonOf(mailId)]);
    const mail = await mailTo(`${mailId}@example.com`, /You no longer belong to Blue Door/);
    expect(mail.text).toContain('Ann has removed you');
    await expect.poll(async () => (await readDocument(paths.mail(mailId)))?.status).toBe('sent');
    expect(await mailsTo(`${mailId}@example.com`)).toHaveLength(1);
    expect((await listed('unknown')).has(mailId)).toBe(false);

    const log = await database().collection('platformAudit').where('details.mailId', '==', mailId).get();
    expect(log.docs.map((entry) => entry.data())).toMatchObject([
      {
        actor: operator.uid,
        action: 'mail.resent',
        target: tenant.tenantId,
        details: { kind: 'member-removed', before: 'claimed' },
      },
    ]);
    expect(JSON.stringify(log.docs.map((entry) => entry.data()))).not.toContain('@');
  });

  test('sends none that went out, that is being sent, or that is not there; a failed one they do', async () => {
    expect(await reasonOf(await lostMail({ status: 'sent' }))).toBe('state');
    expect(await reasonOf(await lostMail({ claimedAt: ago(1) }))).toBe('state');
    expect(await reasonOf(await lostMail({ status: 'skipped' }))).toBe('state');
    expect(await reasonOf(randomUUID())).toBe('missing');
    expect(await reasonOf(await lostMail({ status: 'failed' }))).toBe('ok');
    const overtaken = await lostMail({ kind: 'invitation', data: { ...nobodysInvitation, tenantId: tenant.tenantId } });
    expect(await reasonOf(overtaken)).toBe('ok');
    await expect.poll(async () => (await readDocument(paths.mail(overtaken)))?.status).toBe('skipped');
  });
});

const nobodysInvitation = {
  inviteId: 'gone',
  generation: 1,
  tenantName: 'Blue Door',
  inviterName: 'Ann',
  role: 'member',
  message: '',
};

test('an invitation says to those who manage people how its mail fares, and nothing of a former one', async () => {
  const { owner, tenantId } = tenant;
  const email = `${randomUUID()}@example.com`;
  const { inviteId } = await owner.call('inviteMember', { tenantId, email, role: 'member' });
  const path = inTenant(tenantId, tenantPaths.invite(inviteId));
  await expect.poll(async () => (await readDocument(path))?.mail).toMatchObject({ generation: 1, state: 'sent' });
  expect(await readAs(owner, path)).toBe(200);
  await owner.call('resendInvite', { tenantId, inviteId });
  await expect.poll(async () => (await readDocument(path))?.mail).toMatchObject({ generation: 2, state: 'sent' });
});
