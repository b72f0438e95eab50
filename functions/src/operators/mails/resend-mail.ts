import { controlDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { runInControlPlane } from '../../platform/data/transactions.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import { queueMails } from '../../platform/outbox.ts';
import { inTenantContext } from '../../platform/tenant-context.ts';
import { operatorOperation } from '../operator-operation.ts';
import { writePlatformAudit } from '../platform-audit.ts';
import { requireRegistered } from '../require-operator.ts';
import { isInTrouble } from './trouble.ts';

/**
 * Sends a mail again that is in trouble, by hand: somebody who had it already may get it twice, under the same Message-ID.
 * What was overtaken meanwhile is not sent all the same. One that waits already is answered as done. Throws `missing`,
 * or `state` for one that needs no hand.
 */
export const resendMail = operatorOperation('resendMail', async ({ caller, input: { mailId }, now, requestId }) => {
  const tenantId = await runInControlPlane(async (control) => {
    await requireRegistered(control, caller);
    const mail = await control.get(controlDocuments.mail(mailId));
    if (!mail) throw new Refusal('missing', 'There is no such mail any more.');
    if (mail.status === 'queued') return undefined;
    if (!isInTrouble(mail, now)) {
      throw new Refusal('state', 'This mail needs no hand: it was sent, or is being sent now.', {
        status: mail.status,
      });
    }
    const at = instantOf(now);
    control.update(controlDocuments.mail(mailId), { status: 'queued', attempts: 0, queuedAt: at, resentAt: at });
    writePlatformAudit(control, now, {
      actor: caller.uid,
      action: 'mail.resent',
      target: mail.tenantId ?? mailId,
      details: { mailId, kind: mail.kind, before: mail.status },
    });
    return mail.tenantId;
  });
  if (tenantId === null) await queueMails([mailId]);
  else if (tenantId !== undefined) await inTenantContext(tenantId, requestId, () => queueMails([mailId]));
  return {};
});
