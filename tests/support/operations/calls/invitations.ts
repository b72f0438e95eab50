import { tenantPaths } from '@tenantry/model/paths';
import { linkSecret } from '../link-secret.ts';
import { emptyRole } from '../people/actor.ts';
import { type Place, invite } from '../place.ts';
import { address, type Calls, id, type Prepared, read } from './prepare.ts';

/** Calls about invitations. */
export const invitationsCalls = {
  'api/inviteMember': (place) => inviting(place, emptyRole),
  'api/inviteMember as an admin': (place) => inviting(place, 'admin'),
  'api/inviteMembers': (place) => {
    const email = address();
    return {
      documents: {},
      input: { tenantId: place.tenantId, invites: [{ email, role: emptyRole }] },
      look: async ({ answers }) => {
        const [{ inviteId } = {}] = answers as { inviteId?: string }[];
        return (await read(place, tenantPaths.invite(String(inviteId))))?.email;
      },
      done: email,
    };
  },
  'api/resendInvite': (place) => {
    const inviteId = id();
    const path = tenantPaths.invite(inviteId);
    return {
      documents: { [path]: invite(address(), emptyRole, place.ownerUid) },
      input: { tenantId: place.tenantId, inviteId },
      look: async () => (await read(place, path))?.generation,
      done: 2,
    };
  },
  'api/revokeInvite': (place) => {
    const inviteId = id();
    const path = tenantPaths.invite(inviteId);
    return {
      documents: { [path]: invite(address(), emptyRole, place.ownerUid) },
      input: { tenantId: place.tenantId, inviteId },
      look: async () => (await read(place, path))?.status,
      done: 'revoked',
    };
  },
  'api/acceptInvite': (place, { uid, email }) => {
    const inviteId = id();
    return {
      documents: { [tenantPaths.invite(inviteId)]: invite(email, 'viewer', place.ownerUid) },
      input: { tenantId: place.tenantId, inviteId, secret: linkSecret(place.tenantId, inviteId) },
      look: async () => [
        (await read(place, tenantPaths.invite(inviteId)))?.status,
        typeof (await read(place, tenantPaths.member(uid)))?.role,
      ],
      done: ['accepted', 'string'],
    };
  },
} satisfies Partial<Calls>;

function inviting(place: Place, role: string): Prepared<'api/inviteMember'> {
  const email = address();
  return {
    documents: {},
    input: { tenantId: place.tenantId, email, role },
    look: async ({ inviteId }) => {
      const made = await read(place, tenantPaths.invite(String(inviteId)));
      return [made?.email, made?.role];
    },
    done: [email, role],
  };
}
