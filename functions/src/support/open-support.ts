import { readOwners } from '../members/membership/owners.ts';
import { memberOperation } from '../platform/operations/operation.ts';
import { queueClosing } from './close-support-door.ts';
import { tellOwners } from './mail/tell-owners.ts';
import { openDoor } from './support-door.ts';

/**
 * Opens the door to the platform's support for some hours: an operator may walk in and read what the scope allows. Opened
 * again it is another door: whoever is in has to come in anew. The rules' clock ends it; a task then takes the visits
 * away, which cuts what is still open. Every owner is told by mail.
 */
export const openSupport = memberOperation('openSupport', {
  permissions: ['support:grant'],
  gate: 'release',
  audited: true,
  recentLogin: true,
  async run(work) {
    const { tx, access, tenantId, member, input, now, audit, afterCommit } = work;
    const { hours, reason, scope = 'support' } = input;
    const owners = await readOwners(tx);
    const supportUntil = now.getTime() + hours * 3_600_000;
    const until = new Date(supportUntil).toISOString();
    openDoor(tx, access, { supportUntil, supportScope: scope, reason });
    audit({ action: 'support.opened', target: tenantId, details: { until, scope, reason } });
    tellOwners(work, owners, 'support-opened', { actorName: member.displayName, reason, until: supportUntil, scope });
    afterCommit(() => queueClosing(supportUntil));
    return {};
  },
});
