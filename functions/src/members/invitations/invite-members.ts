import { invitation } from '@tenantry/model/operations/members';
import type { Refusal } from '../../platform/operations/errors.ts';
import { memberOperation } from '../../platform/operations/operation.ts';
import { parseInput } from '../../platform/operations/parse-input.ts';
import { orRefusal, sendInvitations } from './send-invitations.ts';

/**
 * Invites a list, in one transaction. Each row is judged on its own and answered in its place, as `inviteMember` would
 * answer it; asked again after a lost answer, what went through is `already-invited`.
 */
export const inviteMembers = memberOperation('inviteMembers', {
  permissions: ['member:manage'],
  gate: 'work',
  audited: 'when-changed',
  async run(work) {
    const rows = work.input.invites.map((row) => orRefusal(() => parseInput(invitation, row)));
    return { answers: (await sendInvitations(work, rows)).map(told) };
  },
});

/** Problems of one row that are told: as many as it has fields. */
const mostIssues = 3;

function told(answer: string | Refusal) {
  if (typeof answer === 'string') return { inviteId: answer };
  const { reason, issues, limit, plan, retryAfterSeconds } = answer.details;
  return {
    reason,
    ...(issues && { issues: issues.slice(0, mostIssues) }),
    ...(limit !== undefined && { limit }),
    ...(plan !== undefined && { plan }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}
