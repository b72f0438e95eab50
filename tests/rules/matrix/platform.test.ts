import { describe } from 'vitest';
import { judgeRows } from './judge-rows.ts';
import { platformCells } from './platform-cells.ts';

describe('outside the tenants', () => {
  judgeRows('matrix-platform', platformCells());
});
