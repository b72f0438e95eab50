import Papa from 'papaparse';
import type { WrittenRow } from '../list/rows.ts';
import { type Columns, columnsOf } from './columns.ts';

/** Rows of one file: as many as the largest plan may invite in a day. */
export const rowsAtMost = 5_000;
/** Records that are read at all, empty ones among them. */
const recordsAtMost = 2 * rowsAtMost;

/** The rows of a list, and the headings that were left aside. */
export type ParsedList = { readonly rows: readonly WrittenRow[]; readonly unused: readonly string[] };
export type ListProblem =
  | { readonly problem: 'too-many' | 'headings' }
  | { readonly problem: 'no-addresses'; readonly headings: readonly string[] }
  | { readonly problem: 'quotes'; readonly row: number };

/** Signs of the first line: what lies beyond is not looked at to find out what separates its cells. */
const headingsAtMost = 5_000;

/** Between the cells, as programs write them in different countries. */
const separators = [',', ';', '\t', '|'];

/**
 * Reads a list of rows from CSV. Rows are numbered as a spreadsheet does, the headings and empty ones counted. Without
 * headings there must be one column alone, which holds the addresses.
 */
export function parseList(content: string): ParsedList | ListProblem {
  const { text, named } = withoutSeparatorLine(content.replaceAll(/\r\n?/g, '\n'));
  const skipped = named === undefined ? 0 : 1;
  const { data, errors, meta } = Papa.parse<string[]>(text, {
    delimiter: named ?? separatorOf(text),
    newline: '\n',
    preview: recordsAtMost,
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes) return { problem: 'quotes', row: (quotes.row ?? 0) + 1 + skipped };
  const records = data
    .map((cells, index) => ({ cells, number: index + 1 + skipped }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const found = locate(records.map(({ cells }) => cells));
  if ('problem' in found) return found;
  const { columns, headed } = found;
  const rows = records.slice(headed ? 1 : 0).map(({ cells, number }) => rowOf(cells, number, columns));
  if (meta.truncated || rows.length > rowsAtMost) return { problem: 'too-many' };
  return { rows, unused: columns.unused };
}

function locate(records: readonly (readonly string[])[]): { columns: Columns; headed: boolean } | ListProblem {
  const [first = []] = records;
  const columns = columnsOf(first);
  if (columns) return { columns, headed: true };
  const filled = [
    ...new Set(records.flatMap((cells) => cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at])))),
  ];
  const addressed = records.some((cells) => cells.some((cell) => cell.includes('@')));
  const [email] = filled;
  if (addressed && email !== undefined && filled.length === 1) {
    return { columns: { at: { email }, unused: [], width: email + 1 }, headed: false };
  }
  if (first.some((cell) => cell.includes('@'))) return { problem: 'headings' };
  return { problem: 'no-addresses', headings: first.map((cell) => cell.trim()).filter((cell) => cell !== '') };
}

function rowOf(cells: readonly string[], number: number, { at, width }: Columns): WrittenRow {
  const cell = (index: number | undefined): string => (index === undefined ? '' : bareCell(cells[index] ?? ''));
  return {
    number,
    email: cell(at.email),
    role: cell(at.role),
    message: cell(at.message),
    ...(cells.slice(width).some((beyond) => beyond.trim() !== '') && { spilt: true as const }),
  };
}

/** A cell without the apostrophe that keeps spreadsheets from calculating it, which our own files have too. */
function bareCell(cell: string): string {
  return cell
    .replaceAll(/[\u200b\u2060\ufeff]/g, '')
    .trim()
    .replace(/^'(?=[=+\-@\t])/, '');
}

/** The separator under which the first line has a heading for addresses; else the one that Papa Parse takes it to be. */
function separatorOf(text: string): string {
  const headed = separators.filter((delimiter) => {
    const { data } = Papa.parse<string[]>(text.trimStart().slice(0, headingsAtMost), {
      delimiter,
      newline: '\n',
      preview: 1,
    });
    return columnsOf(data[0] ?? []) !== undefined;
  });
  // One column alone has a heading under each: then nothing separates, or what Papa Parse finds below.
  return headed.length === 1 ? (headed[0] ?? '') : '';
}

/** Excel's own first line, which names the separator. */
function withoutSeparatorLine(text: string): { text: string; named: string | undefined } {
  const line = /^sep=(.)\n/i.exec(text);
  return { text: line ? text.slice(line[0].length) : text, named: line?.[1] };
}
