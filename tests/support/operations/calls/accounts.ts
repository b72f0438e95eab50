import { paths, tenantPaths } from '@tenantry/model/paths';
import { readDocument } from '../../database.ts';
import { presentVersion } from '../people/actor.ts';
import { type Calls, id, read } from './prepare.ts';

/** Calls about one’s own account. */
export const accountsCalls = {
  'api/updateProfile': (_, { uid }) => {
    const displayName = id();
    return {
      documents: {},
      input: { displayName },
      look: async () => (await readDocument(paths.user(uid)))?.displayName,
      done: displayName,
    };
  },
  'api/deleteAccount': (place, { uid }) => ({
    documents: {},
    input: {},
    look: async () => [await readDocument(paths.user(uid)), await read(place, tenantPaths.member(uid))],
    done: [undefined, undefined],
  }),
  'api/signOutEverywhere': (place, { uid }) => ({
    documents: {},
    input: {},
    look: async () => (await read(place, tenantPaths.member(uid)))?.version !== presentVersion,
    done: true,
  }),
  'api/setNotifications': (place, { uid }) => ({
    documents: {},
    input: { tenantId: place.tenantId, newOrders: true },
    look: async () => (await read(place, tenantPaths.member(uid)))?.notifications,
    done: { newOrders: true },
  }),
} satisfies Partial<Calls>;
