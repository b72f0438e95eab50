import { type Looked, lookBack, notLooked, type Reading } from './look-back.ts';

export type Seen = { readonly looked: Looked; readonly state: 'looking' | 'stopped' | 'failed' };

/** A search in the log that is shown while it goes on. It reads nothing before its first step. */
export type LogSearch = {
  readonly seen: () => Seen;
  readonly watch: (watcher: () => void) => () => void;
  /** Looks one step further back, from where it stopped. */
  readonly further: () => void;
  /** Gives up what is being read. */
  readonly stop: () => void;
};

export function logSearch(reading: Reading): LogSearch {
  let seen: Seen = { looked: notLooked, state: 'looking' };
  let control = new AbortController();
  const watchers = new Set<() => void>();
  const show = (next: Partial<Seen>): void => {
    seen = { ...seen, ...next };
    for (const watcher of watchers) watcher();
  };

  return {
    seen: () => seen,
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    further() {
      control.abort();
      control = new AbortController();
      const { signal } = control;
      const ended = (state: Seen['state']) => () => {
        if (!signal.aborted) show({ state });
      };
      show({ state: 'looking' });
      const step = { ...reading, onProgress: (looked: Looked) => show({ looked }), signal };
      lookBack(seen.looked, step).then(ended('stopped'), ended('failed'));
    },
    stop: () => control.abort(),
  };
}
