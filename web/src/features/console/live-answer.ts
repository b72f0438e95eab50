import type { UseQueryResult } from '@tanstack/react-query';
import { isRefusal } from '../../shared/api/operation-error.ts';
import type { Live } from '../../shared/live/listeners.ts';

/** A list that is asked for again and again, in the states that every list has. What was answered stays while asking fails. */
export function liveAnswer<T>(
  { data, error, isError, isRefetchError, refetch }: UseQueryResult<T>,
  isEmpty: (answer: T) => boolean,
): Live<T> {
  if (isRefusal(error, 'denied')) return { state: 'denied' };
  if (isError && !isRefetchError) return { state: 'error', retry: () => void refetch() };
  if (data === undefined) return { state: 'loading' };
  return isEmpty(data) ? { state: 'empty', stale: isRefetchError } : { state: 'ready', data, stale: isRefetchError };
}
