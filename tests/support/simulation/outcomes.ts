import type { Handlers } from './handlers.ts';
import type { Ending } from './interleaver.ts';
import type { WebhookAnswer } from './webhook-call.ts';

/** The deployed task, as the queue calls it at its time. */
export function runSeatTask({ syncSeats }: Handlers, data: unknown): Promise<void> {
  return (syncSeats as unknown as { run(task: unknown): Promise<void> }).run({ data });
}

/** The plan has no such seats, the business would have no owner, or too many did something at once: the person is told. */
export function isPartOfLife(fault: unknown): boolean {
  const { details, code } = fault as { details?: { reason?: string }; code?: unknown };
  return details?.reason === 'plan-limit' || details?.reason === 'last-owner' || code === 10;
}

/** What the webhook says that it did; nothing when Stripe is to call again. */
export function outcomeOf(ending: Ending<WebhookAnswer>): string | undefined {
  return ending.how === 'done' && ending.value.status === 200 ? ending.value.body.outcome : undefined;
}
