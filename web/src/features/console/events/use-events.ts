import type { OperatorOutput } from '@tenantry/model/operations/operator';
import type { EventTrouble } from '@tenantry/model/operations/stripe-events';
import { callOperator } from '../../../shared/api/call.ts';
import { queryClient } from '../../../shared/api/query-client.ts';
import { type Asked, useAsked } from '../use-asked.ts';

type Events = OperatorOutput<'listEvents'>;
export type TroubledEvent = Events['events'][number];
type Outcome = OperatorOutput<'replayEvent'>['outcome'];

const key = 'events';

/** The events in one kind of trouble, newest first. */
export function useEvents(trouble: EventTrouble): Asked<Events> {
  return useAsked(
    [key, trouble],
    () => callOperator('listEvents', { trouble }),
    ({ events }) => events.length === 0,
  );
}

/** Has an event carried out again, and asks for the lists anew, whatever came of it. Throws `OperationError`. */
export async function replay({ eventId }: TroubledEvent): Promise<Outcome> {
  try {
    return (await callOperator('replayEvent', { eventId })).outcome;
  } finally {
    await queryClient.invalidateQueries({ queryKey: [key] });
  }
}
