import type { Live } from './listeners.ts';
import type { Row } from './source.ts';

/**
 * Several lists as one: without doubles, in the order of the first that has a row. Loading while any is, and a trouble
 * of any is the trouble of all, since a part would look like the whole.
 */
export function mergeRows<T>(lists: readonly Live<Row<T>[]>[]): Live<Row<T>[]> {
  const trouble = lists.find(({ state }) => state === 'error' || state === 'denied') ?? lists.find(isLoading);
  if (trouble) return trouble;
  const rows = new Map<string, Row<T>>();
  for (const list of lists) if (list.state === 'ready') for (const row of list.data) rows.set(row.id, row);
  const stale = lists.some((list) => 'stale' in list && list.stale);
  return rows.size === 0 ? { state: 'empty', stale } : { state: 'ready', data: [...rows.values()], stale };
}

const isLoading = ({ state }: Live<unknown>): boolean => state === 'loading';

/** The rows in whose words what was typed stands somewhere, capital letters or not. */
export function rowsWith<T>(live: Live<Row<T>[]>, typed: string, wordsOf: (row: T) => string): Live<Row<T>[]> {
  if (live.state !== 'ready') return live;
  const wanted = typed.toLocaleLowerCase();
  const data = live.data.filter((row) => wordsOf(row).toLocaleLowerCase().includes(wanted));
  return data.length === 0 ? { state: 'empty', stale: live.stale } : { ...live, data };
}

/** The two ways in which a name probably was written: Firestore compares letter by letter. */
export function spellings(typed: string): [asTyped: string, asName: string] {
  const asName = typed.toLocaleLowerCase().replaceAll(/(^|[\s-])\p{Letter}/gu, (start) => start.toLocaleUpperCase());
  return [typed, asName];
}
