import { tenantPaths } from '@tenantry/model/paths';
import { emptyRole } from '../people/actor.ts';
import { type Place, member } from '../place.ts';
import { type Calls, id, manager, type Prepared, read } from './prepare.ts';

/** Calls about roles of a business’s own. */
export const rolesCalls = {
  'api/defineRole': (place) => defining(place, []),
  'api/defineRole that manages people': (place) => defining(place, ['member:manage']),
  'api/deleteRole': (place) => deleting(place, [], emptyRole),
  'api/deleteRole that manages people': (place) => deleting(place, ['member:manage'], emptyRole),
  'api/deleteRole into one that manages people': (place) => deleting(place, [], manager),
} satisfies Partial<Calls>;

function defining(place: Place, permissions: 'member:manage'[]): Prepared<'api/defineRole'> {
  const key = id();
  return {
    documents: {},
    input: { tenantId: place.tenantId, key, name: 'Packers', permissions },
    look: async () => {
      const access = await read(place, tenantPaths.access());
      return (access?.roles as Record<string, unknown> | undefined)?.[key];
    },
    done: permissions,
  };
}

function deleting(place: Place, permissions: readonly string[], moveTo: string): Prepared<'api/deleteRole'> {
  const [key, uid] = [id(), id()];
  const path = tenantPaths.member(uid);
  return {
    documents: { [path]: member(uid, key), [tenantPaths.access()]: { roles: { [key]: permissions } } },
    input: { tenantId: place.tenantId, key, moveTo },
    look: async () => [
      Object.hasOwn((await read(place, tenantPaths.access()))?.roles as object, key),
      (await read(place, path))?.role,
    ],
    done: [false, moveTo],
  };
}
