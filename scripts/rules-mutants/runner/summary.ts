import type { Counts, Outcome } from './run.ts';

const columns = ['total', 'killed', 'survived', 'equivalent'] as const satisfies readonly (keyof Counts)[];

/** The outcome as a table: a line for each operator, and one for all. */
export function summary({ byOperator, ...all }: Outcome): string {
  const rows = [
    ...Object.entries(byOperator).sort(([one], [other]) => one.localeCompare(other)),
    ['all', all] as const,
  ];
  const wide = Math.max(...rows.map(([name]) => name.length));
  const line = (name: string, cells: readonly string[]): string =>
    [name.padEnd(wide), ...cells.map((cell, index) => cell.padStart(columns[index]?.length ?? 0))].join('  ');
  const lines = rows.map(([name, counts]) =>
    line(
      name,
      columns.map((column) => String(counts[column])),
    ),
  );
  const head = line('operator', columns);
  const invalid = all.invalid > 0 ? [`${all.invalid} more do not compile.`] : [];
  return [head, '─'.repeat(head.length), ...lines, ...invalid, `${all.seconds} s`].join('\n');
}
