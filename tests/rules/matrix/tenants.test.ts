import { describe, expect, test } from 'vitest';
import { tenants, type TenantKey } from '../../support/rules/tenants.ts';
import type { Cell } from './cells.ts';
import { dealt, questionOf } from './dealt.ts';
import { judgeRows } from './judge-rows.ts';
import { tenantCells } from './tenant-cells.ts';

const cells = tenantCells();
const asked = dealt(cells);

describe.each(Object.keys(tenants) as TenantKey[])('in the tenant "%s"', (tenant) => {
  judgeRows(
    `matrix-${tenant.replaceAll(/[^a-z]+/g, '-')}`,
    asked.filter((cell) => cell.tenant === tenant),
  );
});

test('what is dealt out leaves no question unasked in any tenant, and nobody who asks nothing', () => {
  const some = dealt(cells, false);
  const row = ({ row: name }: Cell): string => name;
  expect(some.length).toBeLessThan(cells.length / 2);
  expect(new Set(some.map(questionOf))).toEqual(new Set(cells.map(questionOf)));
  expect(new Set(some.map(row))).toEqual(new Set(cells.map(row)));
  expect(dealt(cells, true)).toEqual(cells);
});
