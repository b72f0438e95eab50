import { replay } from '../../billing/events/handle-event.ts';
import { askingStripe } from '../../billing/stripe/asking-stripe.ts';
import { controlDocuments } from '../../platform/data/documents.ts';
import { runInControlPlane } from '../../platform/data/transactions.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import { operatorOperation } from '../operator-operation.ts';
import { writePlatformAudit } from '../platform-audit.ts';
import { requireRegistered } from '../require-operator.ts';
import { requireBusiness } from '../require-business.ts';

const gone = 'The business that this event is about is gone. There is nothing left to bring in step.';

/**
 * Carries out an event of the inbox once more, whatever became of it: what it is about is read anew from our register and from
 * Stripe. Throws `missing` for an event that is not there, and for one of a business that is gone;
 * `contention` or `state` when Stripe does not answer or refuses.
 */
export const replayEvent = operatorOperation('replayEvent', async ({ caller, input: { eventId }, now, requestId }) => {
  const path = controlDocuments.stripeEvent(eventId);
  const event = await runInControlPlane((control) => control.get(path));
  if (!event) throw new Refusal('missing', 'There is no such event in the inbox.');
  if (event.tenantId !== null) await requireBusiness(event.tenantId, requestId, gone);
  await runInControlPlane(async (control) => {
    await requireRegistered(control, caller);
    const details = { type: event.type, status: event.status };
    writePlatformAudit(control, now, { actor: caller.uid, action: 'event.replayed', target: eventId, details });
  });
  return { outcome: await askingStripe(() => replay(eventId, event, now)) };
});
