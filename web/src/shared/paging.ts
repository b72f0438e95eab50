import * as z from 'zod/mini';
import { catch as otherwise } from 'zod/mini';
import { type Cursor, pageSize } from './queries.ts';

/** Search parameters come from the address: whatever does not fit is left out, never an error. */
export function lenient<Schema extends z.ZodMiniType>(schema: Schema) {
  return otherwise(z.optional(schema), undefined);
}

/** What was typed into a search field. */
export const searchText = lenient(z.string().check(z.trim(), z.minLength(1), z.maxLength(120)));

/** The page of a list in the address: where it begins or ends, as the sort values of the row beside it. */
export const pageSearch = {
  after: lenient(z.string().check(z.maxLength(400))),
  before: lenient(z.string().check(z.maxLength(400))),
};

const values = z.array(z.union([z.string(), z.number()])).check(z.minLength(1), z.maxLength(3));

export type PageSearch = { readonly after?: string; readonly before?: string };

/** The cursor of an address; the first page for one that cannot be read. */
export function cursorOf({ after, before }: PageSearch): Cursor {
  const from = read(before);
  if (from) return { before: from };
  const to = read(after);
  return to ? { after: to } : {};
}

function read(text: string | undefined): (string | number)[] | undefined {
  try {
    return text === undefined ? undefined : values.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export type Page<Row> = { readonly rows: readonly Row[]; readonly previous?: PageSearch; readonly next?: PageSearch };

/** What of the rows is the page, and the addresses of its neighbours. `sortValues` are those of the query's order. */
export function pageOf<Row>(
  rows: readonly Row[],
  { after, before }: Cursor,
  sortValues: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const more = rows.length > pageSize;
  const shown = before ? rows.slice(-pageSize) : rows.slice(0, pageSize);
  const at = (row: Row | undefined) => (row === undefined ? undefined : JSON.stringify(sortValues(row)));
  const first = at(shown[0]);
  const last = at(shown.at(-1));
  return {
    rows: shown,
    previous: first && (before ? more : after) ? { before: first } : undefined,
    next: last && (before ?? more) ? { after: last } : undefined,
  };
}
