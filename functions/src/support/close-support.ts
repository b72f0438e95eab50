import { memberOperation } from '../platform/operations/operation.ts';
import { shutDoor } from './support-door.ts';

/** Shuts the door at once: whoever is in reads nothing more. Shutting one that is shut changes nothing. */
export const closeSupport = memberOperation('closeSupport', {
  permissions: ['support:grant'],
  gate: 'release',
  audited: true,
  async run({ tx, access, tenantId, audit }) {
    shutDoor(tx, access);
    audit({ action: 'support.closed', target: tenantId, details: { visits: Object.keys(access.support) } });
    return Promise.resolve({});
  },
});
