import { beforeAll, expect, test } from 'vitest';
import { recordFigures } from '../../support/figures.ts';
import { writesOf } from '../../support/rules/operations.ts';
import { lookUp, type Project } from '../../support/rules/project.ts';
import { judgeAll, openCells, type Cell } from './cells.ts';

/** A test for each row of these cells: every answer is the expected one, and everything lies as it lay before. */
export function judgeRows(name: string, cells: readonly Cell[]): void {
  const rows = Object.entries(Object.groupBy(cells, ({ row }) => row)) as [string, Cell[]][];
  let project: Project;
  beforeAll(async () => {
    project = await openCells(name, cells);
    recordFigures('matrix', { cells: cells.length });
  });

  test.each(rows)('%s may what the tables say and nothing else', async (_, ofRow) => {
    const paths = touchedBy(ofRow);
    const before = await lookUp(project, paths);
    const verdicts = await judgeAll(project, ofRow);
    expect(ofRow.map(({ name: cell }, index) => `${cell}: ${verdicts[index]}`)).toEqual(
      ofRow.map(({ name: cell, expected }) => `${cell}: ${expected}`),
    );
    expect(await lookUp(project, paths)).toEqual(before);
  });
}

function touchedBy(cells: readonly Cell[]): string[] {
  const paths = cells.flatMap(({ given, operation }) => [
    ...Object.keys(given),
    ...writesOf(operation).map(({ path }) => path),
  ]);
  return [...new Set(paths)];
}
