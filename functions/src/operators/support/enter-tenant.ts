import { readOwners } from '../../members/membership/owners.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import { requireStatus } from '../../platform/operations/member-call.ts';
import { profileOf } from '../../platform/operations/person.ts';
import { tellOwners } from '../../support/mail/tell-owners.ts';
import { isDoorOpen, writeVisits } from '../../support/support-door.ts';
import { writeVisitor } from '../../support/visitors.ts';
import { operatorOperation } from '../operator-operation.ts';
import { writePlatformAudit } from '../platform-audit.ts';
import { inVisitedTenant } from './in-visited-tenant.ts';

/**
 * Walks in through a door that the business's owner has opened, to read what its scope allows and for as long as it
 * stands open. Both audit logs tell of it, and every owner by mail. Throws `state` when no door stands open.
 */
export const enterTenant = operatorOperation('enterTenant', (call) =>
  inVisitedTenant(call, true, async (work, registers) => {
    const { tx, access, now, audit } = work;
    const { caller, input } = call;
    const { reason } = input;
    requireStatus('release', access.status);
    if (!isDoorOpen(access, now)) {
      throw new Refusal('state', 'No door stands open. An owner of the business can open it.', { status: 'shut' });
    }
    const owners = await readOwners(tx);
    const { supportUntil, supportScope: scope, support } = access;
    writeVisits(tx, access, { ...support, [caller.uid]: supportUntil });
    const until = new Date(supportUntil).toISOString();
    const details = { reason, scope, until };
    audit({ action: 'support.entered', target: caller.uid, details });
    writePlatformAudit(registers, now, {
      actor: caller.uid,
      action: 'support.entered',
      target: input.tenantId,
      details,
    });
    const { displayName: actorName } = profileOf(caller, undefined);
    tellOwners(work, owners, 'support-entered', { actorName, reason, until: supportUntil, scope });
    const { slug, name } = owners.tenant;
    writeVisitor(tx, owners.tenant, caller.uid, { name: actorName, at: instantOf(now) });
    return { until, scope, slug, name };
  }),
);
