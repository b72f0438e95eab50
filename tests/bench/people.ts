import type { MemberDocument } from '@tenantry/model/documents/people';
import { invitationsAtOnce } from '@tenantry/model/operations/members';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { limitsOf } from '@tenantry/model/plans';
import { randomUUID } from 'node:crypto';
import { Timestamp } from 'firebase-admin/firestore';
import { callFunction } from '../support/call-function.ts';
import { database } from '../support/database.ts';
import { forgedToken } from '../support/operations/forged-token.ts';
import { newTenant } from '../support/people.ts';
import { emptyCall, median, timed } from './measure.ts';
import { type PeopleRow, row } from './people-row.ts';
import { changeOfRole } from './role-change.ts';

const adminsAtOnce = 20;
const invitations = 1_000;

/** What changing people takes, as multiples of what calling a function takes at all. */
export async function run(): Promise<PeopleRow[]> {
  return [...(await changeOfRole()), ...(await auditHead()), await invitingMany()];
}

/** Twenty admins at once: an act that writes into the log, beside two that do not: one meets the others, one nobody. */
async function auditHead(): Promise<PeopleRow[]> {
  const { tenantId } = await newBusiness();
  const tokens = await Promise.all(Array.from({ length: adminsAtOnce }, () => newAdmin(tenantId)));
  const acts = {
    audited: (token, n) => must('api/updateTenant', { tenantId, orderText: `As ${n} says` }, token),
    meeting: (token) => must('api/createProduct', { tenantId, sku: randomUUID(), name: 'Tea', unitAmount: 450 }, token),
    apart: (token, n) => must('api/setNotifications', { tenantId, newOrders: n % 2 === 0 }, token),
  } satisfies Record<string, (token: string, n: number) => Promise<unknown>>;
  const found: Record<keyof typeof acts, number[]> = { audited: [], meeting: [], apart: [] };
  for (let round = -1; round < 5; round += 1) {
    for (const [name, act] of Object.entries(acts) as [keyof typeof acts, (typeof acts)[keyof typeof acts]][]) {
      const milliseconds = await timed(() => Promise.all(tokens.map((token, n) => act(token, n))));
      if (round >= 0) found[name].push(milliseconds);
    }
  }
  const act = `${adminsAtOnce} at once, each with an entry in the log`;
  const audited = median(found.audited);
  return [
    row(act, audited, 'none, but all at one document', median(found.meeting)),
    row(act, audited, 'none, each at their own document', median(found.apart)),
  ];
}

/** A thousand invitations as the page sends them: call after call, each as long as one may be. */
async function invitingMany(): Promise<PeopleRow> {
  const { owner, tenantId } = await newBusiness();
  const calls = invitations / invitationsAtOnce;
  let empty = 0;
  let inviting = 0;
  for (let call = 0; call < calls; call += 1) {
    empty += await timed(() => emptyCall(owner.token));
    const invites = Array.from({ length: invitationsAtOnce }, (_, n) => {
      return { email: `bench-${call}-${n}-${tenantId}@example.com`, role: 'viewer', message: 'Welcome' };
    });
    inviting += await timed(async () => {
      const { answers } = await owner.call('inviteMembers', { tenantId, invites });
      if (answers.some((answer) => 'reason' in answer)) throw new Error('A row was refused.');
    });
  }
  return row(`${invitations} invitations in ${calls} calls`, inviting, `${calls} empty calls`, empty);
}

/** A business whose plan sets no limit to what is measured. */
async function newBusiness(): ReturnType<typeof newTenant> {
  const tenant = await newTenant();
  await database()
    .doc(inTenant(tenant.tenantId, ''))
    .update({ plan: 'business', limits: limitsOf('business') });
  return tenant;
}

async function must(path: string, input: unknown, token: string): Promise<void> {
  const answer = await callFunction(path, input, token);
  if (!answer.ok) throw new Error(`${path}: ${answer.text}`);
}

/** An admin as the database and their token know them; how they came in is not the matter here. */
async function newAdmin(tenantId: string): Promise<string> {
  const uid = randomUUID();
  const [joinedAt, displayName, email] = [Timestamp.now(), 'An admin', ''];
  const member: MemberDocument = { uid, role: 'admin', version: 1, email, displayName, joinedAt, lastSeenAt: joinedAt };
  await database()
    .doc(inTenant(tenantId, tenantPaths.member(uid)))
    .set(member);
  return forgedToken(uid, { tenants: { [tenantId]: ['admin', 1] } });
}
