import { describe, expect, test } from 'vitest';
import { permissions } from '@tenantry/model/permissions';
import { admin } from '../../support/rules/rest.ts';
import { judge, matrixCells, openCells, type Cell } from './cells.ts';
import { rightsOfPermissions } from './rights.ts';

const cells = matrixCells();
/** What is asked, whoever asks. */
const askOf = ({ name, row }: Cell): string => name.slice(row.length);

describe('the controls of the matrix', () => {
  test('no two cells have one name', () => {
    expect(new Set(cells.map(({ name }) => name)).size).toBe(cells.length);
  });

  test('no two cells presume different documents in one place', () => {
    const presumed = new Map<string, string>();
    const clashes = cells.flatMap(({ given }) =>
      Object.entries(given).filter(([path, fields]) => {
        const text = JSON.stringify(fields);
        const before = presumed.get(path) ?? text;
        presumed.set(path, text);
        return before !== text;
      }),
    );
    expect(clashes.map(([path]) => path)).toEqual([]);
  });

  test('what is open to nobody is refused by the rules alone: the server does the same', async () => {
    const open = new Set(cells.filter(({ expected }) => expected === 'allow').map(askOf));
    const closed = new Map(cells.filter((cell) => !open.has(askOf(cell))).map((cell) => [askOf(cell), cell]));
    const asked = [...closed.values()];
    expect(asked.length).toBeGreaterThan(0);
    const project = await openCells('matrix-controls', asked);
    for (const cell of asked) {
      expect(`${cell.name}: ${await judge(project, cell, { token: admin })}`).toBe(`${cell.name}: allow`);
    }
  });

  test('every permission of the rules opens something that no other permission opens', () => {
    const opened = permissions.filter((permission) => Object.keys(rightsOfPermissions[permission]).length > 0);
    expect(new Set(opened.map((permission) => JSON.stringify(rightsOfPermissions[permission]))).size).toBe(
      opened.length,
    );
  });
});
