import { expect, test } from 'vitest';
import { matrixCells, worldOf, type Cell } from '../matrix/cells.ts';
import { decide } from './decision/decide.ts';
import type { Asker, Verdict } from './decision/request.ts';
import { requestOf } from './request-of-cell.ts';

/** The third hand: the tables of the matrix and the oracle were written from the design, each without the other. */
const cells = matrixCells();

function askerOf({ uid, claims }: Cell['actor']): Asker {
  return claims === undefined ? undefined : { uid, claims };
}

function judgedByOracle(cell: Cell): Verdict {
  const documents = new Map(Object.entries(worldOf([cell])));
  return decide({ documents, now: Date.now() }, askerOf(cell.actor), requestOf(cell.operation, documents));
}

test('the oracle answers every cell of the matrix as its tables do', () => {
  const otherwise = cells.filter((cell) => judgedByOracle(cell) !== cell.expected);
  expect(otherwise.map(({ name, expected }) => `${name}: ${expected} by the table`)).toEqual([]);
  expect(cells.some(({ expected }) => expected === 'allow')).toBe(true);
});
