import { memberOperation } from '../../platform/operations/operation.ts';
import { sendInvitations } from './send-invitations.ts';

/** Invites an address to a role that the inviter holds all of. The invitation takes its seat at once. */
export const inviteMember = memberOperation('inviteMember', {
  permissions: ['member:manage'],
  gate: 'work',
  audited: true,
  async run(work) {
    const [answer] = await sendInvitations(work, [work.input]);
    if (typeof answer === 'string') return { inviteId: answer };
    throw answer ?? new Error('The invitation was not judged.');
  },
});
