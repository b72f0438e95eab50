import type { PeopleRow } from './people-row.ts';
import { run } from './people.ts';

/** What changing people takes, as a table of multiples. */
export async function report() {
  return tableOf(
    'Acts on people, each beside something smaller of the same run (claims are in step within one empty call)',
    await run(),
  );
}

/** Rows of multiples as a bench shows them. */
export function tableOf(title: string, rows: readonly PeopleRow[]) {
  return { title, head: ['act', 'ms', 'beside', 'ms', 'times'], lines: rows.map(line), rows };
}

function line({ act, milliseconds, beside, besideMilliseconds, times }: PeopleRow): string[] {
  return [act, String(milliseconds), beside, String(besideMilliseconds), times.toFixed(2)];
}
