import { csvOf } from '../../../../shared/format/csv.ts';

/** A row that was not sent, with why. */
export type LeftOver = {
  readonly email: string;
  readonly role: string;
  readonly message: string;
  readonly row: string;
  readonly problem: string;
};

/** The columns that can be read in again come first; the headings are those that `parseList` knows. */
const columns = ['email', 'role', 'message', 'row', 'problem'] as const satisfies (keyof LeftOver)[];

/** Rows as CSV, to be corrected and read in again. The mark at its beginning tells spreadsheets that it is UTF-8. */
export function leftOverFile(rows: readonly LeftOver[]): Blob {
  return new Blob(['\ufeff', leftOverText(rows)], { type: 'text/csv;charset=utf-8' });
}

export function leftOverText(rows: readonly LeftOver[]): string {
  return csvOf([columns, ...rows.map((row) => columns.map((column) => row[column]))]);
}
