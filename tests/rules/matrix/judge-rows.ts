import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFigures } from '../../support/figures.ts';
import { writesOf } from '../../support/rules/operations.ts';
import { loadRules, lookUp, type Project } from '../../support/rules/project.ts';
import { judgeAll, openCells, type Cell } from './cells.ts';

/** How many cells the emulator remembers all values of, at least: then it may forget them. */
const remembered = 1_000;

/** A test for each row of these cells: every answer is the expected one, and everything lies as it lay before. */
export function judgeRows(name: string, cells: readonly Cell[]): void {
  const rows = Object.entries(Object.groupBy(cells, ({ row }) => row)) as [string, Cell[]][];
  let project: Project;
  let asked = 0;
  beforeAll(async () => {
    project = await openCells(name, cells);
    recordFigures('matrix', { cells: cells.length });
  });
  afterAll(() => loadRules(project));

  test.each(rows)('%s may what the tables say and nothing else', async (_, ofRow) => {
    asked += ofRow.length;
    if (asked > remembered) {
      await loadRules(project);
      asked = 0;
    }
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
