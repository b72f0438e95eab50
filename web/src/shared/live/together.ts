import type { Arrival, Source } from './source.ts';

/** What a source says first; nothing is listened to afterwards. Throws what the rules answer, or `unavailable`. */
export function firstOf<T>(source: Source<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let settled = false;
    let stop = (): void => {};
    const settle = (act: () => void): void => {
      settled = true;
      act();
      stop();
    };
    stop = source.open(
      ({ data }) => settle(() => resolve(data)),
      (error) => settle(() => reject(error)),
    );
    // A source may speak before it has handed out how to stop it.
    if (settled) stop();
  });
}

/** Several sources as one map by name: it arrives when each has, and fails when one does. */
export function together<T>(
  key: string,
  tenantId: string,
  parts: ReadonlyMap<string, Source<T>>,
): Source<Map<string, T>> {
  return {
    key,
    tenantId,
    open(arrived: (arrival: Arrival<Map<string, T>>) => void, failed) {
      const arrivals = new Map<string, Arrival<T>>();
      const stops: (() => void)[] = [];
      let stopped = false;
      const stop = (): void => {
        stopped = true;
        for (const each of stops) each();
      };
      for (const [name, part] of parts) {
        const put = (arrival: Arrival<T>): void => {
          arrivals.set(name, arrival);
          if (arrivals.size === parts.size && !stopped) arrived(merge(arrivals));
        };
        const fail: typeof failed = (error) => {
          if (stopped) return;
          stop();
          failed(error);
        };
        stops.push(part.open(put, fail));
      }
      return stop;
    },
  };
}

function merge<T>(arrivals: ReadonlyMap<string, Arrival<T>>): Arrival<Map<string, T>> {
  const data = new Map<string, T>();
  for (const [name, { data: part }] of arrivals) if (part !== undefined) data.set(name, part);
  return { data, stale: [...arrivals.values()].some(({ stale }) => stale) };
}
