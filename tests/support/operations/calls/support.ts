import { tenantPaths } from '@tenantry/model/paths';
import { type Place, soon } from '../place.ts';
import { type Calls, read } from './prepare.ts';

/** Calls about the door to support, from both sides. */
export const supportCalls = {
  'api/openSupport': (place) => ({
    documents: {},
    input: { tenantId: place.tenantId, hours: 24, reason: 'An order is stuck' },
    look: async () => (await read(place, tenantPaths.access()))?.supportScope,
    done: 'support',
  }),
  'api/closeSupport': (place) => ({
    documents: {},
    input: { tenantId: place.tenantId },
    look: async () => (await read(place, tenantPaths.access()))?.support,
    done: {},
  }),
  'operator/enterTenant': (place, { uid }) => ({
    documents: {},
    input: { tenantId: place.tenantId, reason: 'To look at the order' },
    look: async () => Object.hasOwn((await visitsOf(place)) ?? {}, uid),
    done: true,
  }),
  'operator/leaveTenant': (place, { uid }) => ({
    documents: { [tenantPaths.access()]: { support: { [uid]: soon } } },
    input: { tenantId: place.tenantId },
    look: async () => Object.hasOwn((await visitsOf(place)) ?? {}, uid),
    done: false,
  }),
  'operator/reportPageView': (place, { uid }) => ({
    documents: { [tenantPaths.access()]: { support: { [uid]: soon } } },
    input: { tenantId: place.tenantId, page: '/orders' },
    look: async () => Object.hasOwn((await visitsOf(place)) ?? {}, uid),
    done: true,
  }),
} satisfies Partial<Calls>;

async function visitsOf(place: Place): Promise<object | undefined> {
  return (await read(place, tenantPaths.access()))?.support as object | undefined;
}
