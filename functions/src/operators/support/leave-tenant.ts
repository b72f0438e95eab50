import { withoutVisit, writeVisits } from '../../support/support-door.ts';
import { operatorOperation } from '../operator-operation.ts';
import { inVisitedTenant } from './in-visited-tenant.ts';

/** Ends one's visit. Whoever is not in has nothing to end. */
export const leaveTenant = operatorOperation('leaveTenant', (call) =>
  inVisitedTenant(call, 'when-changed', async ({ tx, access, audit }) => {
    const { uid } = call.caller;
    if (!Object.hasOwn(access.support, uid)) return Promise.resolve({});
    writeVisits(tx, access, withoutVisit(access, uid));
    audit({ action: 'support.left', target: uid });
    return Promise.resolve({});
  }),
);
