import { beforeAll, describe, expect, test } from 'vitest';
import type { Project } from '../support/rules/project.ts';
import { judge, openCells } from './matrix/cells.ts';
import { gateCells, gatedRules } from './mutants/gate.ts';

describe('a collection behind a feature', () => {
  let project: Project;
  beforeAll(async () => {
    project = await openCells('feature-gate', gateCells, gatedRules);
  });

  test.each(gateCells)('answers "$expected" to $name', async (cell) => {
    expect(await judge(project, cell)).toBe(cell.expected);
  });
});
