import { expect, test } from 'vitest';
import { admin } from '../../../support/rules/rest.ts';
import { judge, openCells } from '../../matrix/cells.ts';
import { judgeRows } from '../../matrix/judge-rows.ts';
import { extraCells } from './extra-cells.ts';

const cells = extraCells();

judgeRows('beyond-the-matrix', cells);

test('what lies beyond the matrix is refused by the rules alone: the server does the same', async () => {
  const project = await openCells('beyond-the-matrix-controls', cells);
  for (const cell of cells) {
    expect(`${cell.name}: ${await judge(project, cell, { token: admin })}`).toBe(`${cell.name}: allow`);
  }
});
