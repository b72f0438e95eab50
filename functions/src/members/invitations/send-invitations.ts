import { randomUUID } from 'node:crypto';
import { normalizeEmail } from '@tenantry/model/formats';
import type { Invitation } from '@tenantry/model/operations/members';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import type { MemberCall } from '../../platform/operations/operation.ts';
import { requireMayGrant } from '../membership/grants.ts';
import { inviteSeats, readSeats } from '../membership/seats.ts';
import { invitationMail, readOwnTenant } from './invitation-mail.ts';
import {
  alreadyInvited,
  expiryFrom,
  hasExpired,
  invitesOf,
  markExpired,
  membersOf,
  requireNewcomer,
  standsOpen,
} from './invitations.ts';
import { mailedOnceMore, readAllowance } from './mail-allowance.ts';

/**
 * Invites addresses to roles that the inviter holds all of. Answers an id or a refusal (`input`, `denied`,
 * `already-member`, `already-invited`, `rate`, `plan-limit`) for each, in order: one that is refused stops no other, and
 * one that was refused before keeps its refusal. Everything is read first and decided in memory, each seat and mail taken
 * as its turn comes; what is sent holds its seat at once.
 */
export async function sendInvitations(
  work: Omit<MemberCall<unknown>, 'input'>,
  wanted: readonly (Invitation | Refusal)[],
): Promise<(string | Refusal)[]> {
  const { tx, access, tenantId, member, now } = work;
  const emails = wanted.flatMap((row) => (row instanceof Refusal ? [] : [normalizeEmail(row.email)]));
  const [members, invites, seats, [tenant, allowance]] = await Promise.all([
    membersOf(tx, ...emails),
    invitesOf(tx, ...emails),
    readSeats(tx),
    readOwnTenant(tx).then(async (own) => [own, await readAllowance(work, own)] as const),
  ]);
  const present = Map.groupBy(members, ({ data }) => data.email);
  const past = Map.groupBy(invites, ({ data }) => data.email);
  const sent = new Set<string>();

  function send({ role, message = '', ...row }: Invitation): string {
    const email = normalizeEmail(row.email);
    requireMayGrant(member.role, role, access.roles);
    const known = present.get(email) ?? [];
    requireNewcomer(known, role);
    const mail = { stranger: known.length === 0, invites: past.get(email) ?? [] };
    const former = mail.invites.filter(standsOpen);
    if (sent.has(email) || former.some(({ data }) => !hasExpired(data, now))) throw alreadyInvited();
    allowance.judge(mail);
    seats.move(inviteSeats(role, 1), ...former.map(({ data }) => inviteSeats(data.role, -1)));

    for (const { id, data } of former) markExpired(work, id, data);
    sent.add(email);
    allowance.take(mail);
    const inviteId = randomUUID();
    tx.create(tenantDocuments.invite(inviteId), {
      email,
      role,
      status: 'open',
      message,
      createdAt: instantOf(now),
      expiresAt: expiryFrom(now),
      invitedBy: member.uid,
      generation: 1,
      mailed: mailedOnceMore(undefined, now),
      acceptedBy: null,
    });
    work.audit({ action: 'invite.sent', target: inviteId, details: { role } });
    work.mail(invitationMail(tenant, { tenantId, inviteId, generation: 1, email, role, message }, member));
    return inviteId;
  }

  const answers = wanted.map((row) => (row instanceof Refusal ? row : orRefusal(() => send(row))));
  seats.write();
  allowance.write();
  return answers;
}

/** What a judgement answers, or the refusal that it throws. */
export function orRefusal<T>(judge: () => T): T | Refusal {
  try {
    return judge();
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    throw fault;
  }
}
