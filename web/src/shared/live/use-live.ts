import { useCallback, useState, useSyncExternalStore } from 'react';
import { listen, type Live, liveOf, loading } from './listeners.ts';
import type { Source } from './source.ts';

/** The present state of a source, and every later one; `loading` while there is no source yet. */
export function useLive<T>(source: Source<T> | undefined): Live<T> {
  // Pages make sources anew with every render: the key says whether it is another one.
  const [kept, keep] = useState(source);
  const present = kept?.key === source?.key ? kept : source;
  if (present !== kept) keep(source);
  const subscribe = useCallback((watcher: () => void) => (present ? listen(present, watcher) : () => {}), [present]);
  return useSyncExternalStore<Live<T>>(subscribe, () => (present ? liveOf(present) : loading));
}
