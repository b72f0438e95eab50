import { describe } from 'vitest';
import { tenants, type TenantKey } from '../../support/rules/tenants.ts';
import { judgeRows } from './judge-rows.ts';
import { tenantCells } from './tenant-cells.ts';

const cells = tenantCells();

describe.each(Object.keys(tenants) as TenantKey[])('in the tenant "%s"', (tenant) => {
  judgeRows(
    `matrix-${tenant.replaceAll(/[^a-z]+/g, '-')}`,
    cells.filter((cell) => cell.tenant === tenant),
  );
});
