import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Live } from '../../shared/live/listeners.ts';
import { liveAnswer } from './live-answer.ts';

export type Asked<T> = {
  /** The answer in the states that every list has. */
  readonly live: Live<T>;
  /** Another answer is on its way; what is shown is the one before. */
  readonly waiting: boolean;
  readonly error: unknown;
};

/** A list of the operators', asked for again each minute: things change while somebody looks. */
export function useAsked<T>(
  queryKey: readonly unknown[],
  queryFn: () => Promise<T>,
  isEmpty: (answer: T) => boolean,
): Asked<T> {
  const query = useQuery({ queryKey, queryFn, placeholderData: keepPreviousData, refetchInterval: 60_000 });
  return { live: liveAnswer(query, isEmpty), waiting: query.isPlaceholderData, error: query.error };
}
