import Papa from 'papaparse';

/**
 * Rows as CSV (RFC 4180), each with its line's end. A text that a spreadsheet would take for a formula begins with an
 * apostrophe: Papa Parse's own pattern misses those of several lines. A number is written as it is, below 0 too, so that
 * it can be added up: hand over none as a text. Loads a parser: import it lazily.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '';
  const lines = Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: formula, newline: '\r\n' },
  );
  return `${lines}\r\n`;
}

const formula = /^[=+\-@\t\r]/;
