import { tenantPaths } from '@tenantry/model/paths';
import { emptyRole } from '../people/actor.ts';
import { type Place, member, soon } from '../place.ts';
import { type Calls, id, manager, type Prepared, read } from './prepare.ts';

/** Calls about who is in, and as what. */
export const membersCalls = {
  'api/setMemberRole': (place) => changingRole(place, manager, emptyRole),
  'api/setMemberRole to more than before': (place) => changingRole(place, emptyRole, manager),
  'api/setMemberRole to owner': (place) => changingRole(place, 'viewer', 'owner'),
  'api/removeMember': (place) => removing(place, emptyRole),
  'api/removeMember of an owner': (place) => removing(place, 'owner'),
  'api/offerOwnership': (place) => {
    const uid = id();
    const path = tenantPaths.member(uid);
    return {
      documents: { [path]: member(uid, 'viewer') },
      input: { tenantId: place.tenantId, uid },
      look: async () => typeof (await read(place, path))?.ownershipOffer,
      done: 'object',
    };
  },
  'api/acceptOwnership': (place, { uid }) => {
    const from = id();
    return {
      documents: {
        [tenantPaths.member(from)]: member(from, 'owner'),
        [tenantPaths.member(uid)]: { ownershipOffer: { by: from, expiresAt: soon } },
      },
      input: { tenantId: place.tenantId },
      look: async () => [
        (await read(place, tenantPaths.member(uid)))?.role,
        (await read(place, tenantPaths.member(from)))?.role,
      ],
      done: ['owner', 'admin'],
    };
  },
} satisfies Partial<Calls>;

function changingRole(place: Place, before: string, after: string): Prepared<'api/setMemberRole'> {
  const uid = id();
  const path = tenantPaths.member(uid);
  return {
    documents: { [path]: member(uid, before) },
    input: { tenantId: place.tenantId, uid, role: after },
    look: async () => (await read(place, path))?.role,
    done: after,
  };
}

function removing(place: Place, role: string): Prepared<'api/removeMember'> {
  const uid = id();
  const path = tenantPaths.member(uid);
  return {
    documents: { [path]: member(uid, role) },
    input: { tenantId: place.tenantId, uid },
    look: () => read(place, path),
    done: undefined,
  };
}
