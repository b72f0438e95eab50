import { replay } from '../../billing/events/handle-event.ts';
import { controlDocuments } from '../../platform/data/documents.ts';
import { runInControlPlane } from '../../platform/data/transactions.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import { operatorOperation } from '../operator-operation.ts';
import { writePlatformAudit } from '../platform-audit.ts';
import { requireRegistered } from '../require-operator.ts';

/**
 * Carries out an event of the inbox once more, whatever became of it: what it is about is read anew from our register and from
 * Stripe. Throws `missing` for an event that is not there.
 */
export const replayEvent = operatorOperation('replayEvent', async ({ caller, input: { eventId }, now }) => {
  const event = await runInControlPlane(async (control) => {
    const [found] = await Promise.all([
      control.get(controlDocuments.stripeEvent(eventId)),
      requireRegistered(control, caller),
    ]);
    if (!found) throw new Refusal('missing', 'There is no such event in the inbox.');
    const details = { type: found.type, status: found.status };
    writePlatformAudit(control, now, { actor: caller.uid, action: 'event.replayed', target: eventId, details });
    return found;
  });
  return { outcome: await replay(eventId, event, now) };
});
