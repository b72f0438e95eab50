import { declareQuery } from '../../platform/data/declared-query.ts';
import { controlDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { runInControlPlane } from '../../platform/data/transactions.ts';
import { refusalOf } from '../../platform/operations/errors.ts';
import { workInTenant } from '../../platform/operations/tenant-work.ts';
import { inTenantContext, requireContext } from '../../platform/tenant-context.ts';
import { withoutVisit, writeVisits } from '../../support/support-door.ts';
import { supportHoursAtMost } from '@tenantry/model/operations/support';

/** A door stands open for no longer, so that no older visit can go on; an hour more, for clocks that differ. */
const visitMilliseconds = (supportHoursAtMost + 1) * 3_600_000;

/**
 * The platform's log is the register of visits: each one's entry is written in the transaction that lets the operator in,
 * so nothing has to be kept in step with it.
 */
const enteredBy = declareQuery('platformAudit', {
  where: [
    ['action', '=='],
    ['actor', '=='],
    ['at', '>='],
  ],
});

/**
 * Takes an operator's visits out of every door, each told in the business's log; whoever is not in loses nothing. For
 * somebody who is out of the register already: until then they could come in again.
 */
export async function endVisits(uid: string, actor: string, now: Date): Promise<void> {
  const since = instantOf(now.getTime() - visitMilliseconds);
  const entered = await runInControlPlane((control) =>
    control.find(controlDocuments.platformAudits(), enteredBy, ['support.entered', uid, since]),
  );
  const { requestId } = requireContext();
  for (const tenantId of new Set(entered.map(({ data }) => data.target))) {
    await inTenantContext(tenantId, requestId, () => endVisit(uid, actor, now));
  }
}

/** Ends one operator's visit to the present tenant, if they are in. */
async function endVisit(uid: string, actor: string, now: Date): Promise<void> {
  try {
    await workInTenant({ actor, audited: 'when-changed', now }, async ({ tx, access, audit }) => {
      if (!Object.hasOwn(access.support, uid)) return Promise.resolve();
      writeVisits(tx, access, withoutVisit(access, uid));
      audit({ action: 'support.dismissed', target: uid });
      return Promise.resolve();
    });
  } catch (fault) {
    // A tenant that is gone has no door.
    if (refusalOf(fault)?.details.reason === 'denied') return;
    throw fault;
  }
}
