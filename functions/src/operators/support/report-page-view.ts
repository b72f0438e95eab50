import { Refusal } from '../../platform/operations/errors.ts';
import { isInside } from '../../support/support-door.ts';
import { operatorOperation } from '../operator-operation.ts';
import { inVisitedTenant } from './in-visited-tenant.ts';

/**
 * Notes in the business's audit log which page support looks at, as the operator's own browser says: it is marked so, since
 * nobody can check it. Throws `state` for somebody who is not in.
 */
export const reportPageView = operatorOperation('reportPageView', (call) =>
  inVisitedTenant(call, true, async ({ access, now, audit }) => {
    const { uid } = call.caller;
    if (!isInside(access, uid, now)) throw new Refusal('state', 'Your visit has ended.', { status: 'shut' });
    audit({ action: 'support.page-viewed', target: uid, details: { page: call.input.page, toldBy: 'browser' } });
    return Promise.resolve({});
  }),
);
