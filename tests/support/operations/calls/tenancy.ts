import { paths, tenantPaths } from '@tenantry/model/paths';
import { readDocument } from '../../database.ts';
import { type Calls, id, read } from './prepare.ts';

/** Calls about having a business and belonging to one. */
export const tenancyCalls = {
  'api/createTenant': () => {
    const slug = `made-${id()}`;
    return {
      documents: {},
      input: { name: 'Made', slug },
      look: async (result) => (await readDocument(paths.slug(slug)))?.tenantId === result.tenantId,
      done: true,
    };
  },
  'api/activateTenant': ({ tenantId, status }, { uid }) => ({
    documents: {},
    input: { tenantId },
    look: async (result) => [result.status, typeof (await readDocument(paths.membership(uid, tenantId)))?.role],
    done: [status, 'string'],
  }),
  'api/updateTenant': (place) => {
    const orderText = id();
    return {
      documents: {},
      input: { tenantId: place.tenantId, orderText },
      // Others change it at the same time: what stands is what somebody who may wrote.
      look: async () => ![undefined, ''].includes((await read(place, tenantPaths.profile()))?.orderText as string),
      done: true,
    };
  },
  'api/joinAsCustomer': (place, { uid }) => ({
    documents: {},
    input: { slug: place.slug },
    look: async () => typeof (await read(place, tenantPaths.member(uid)))?.role,
    done: 'string',
  }),
  'api/leaveTenant': (place, { uid }) => ({
    documents: {},
    input: { tenantId: place.tenantId },
    look: () => read(place, tenantPaths.member(uid)),
    done: undefined,
  }),
  'api/verifyAudit': ({ tenantId }) => ({
    documents: {},
    input: { tenantId },
    look: ({ entries }) => Promise.resolve(typeof entries),
    done: 'number',
  }),
} satisfies Partial<Calls>;
