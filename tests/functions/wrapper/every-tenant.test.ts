import { paths } from '@tenantry/model/paths';
import { newTenantId } from '@tenantry/model/tenant-id';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forEveryTenant } from '../../../functions/src/platform/data/tenants/every-tenant.ts';
import { requireContext } from '../../../functions/src/platform/tenant-context.ts';
import { database } from '../../support/database.ts';

/** More than a page. They have a place and nothing else, as a business has that is being made. */
const placed = Array.from({ length: 310 }, newTenantId);

beforeAll(async () => {
  const writer = database().bulkWriter();
  for (const [index, tenantId] of placed.entries()) {
    const placement = {
      slug: `nowhere-${tenantId.toLowerCase()}-${index}`,
      name: 'Nowhere',
      createdAt: Timestamp.now(),
    };
    void writer.set(database().doc(paths.placement(tenantId)), { ...placement, database: '(default)' });
  }
  await writer.close();
});

afterAll(async () => {
  const writer = database().bulkWriter();
  for (const tenantId of placed) void writer.delete(database().doc(paths.placement(tenantId)));
  await writer.close();
});

test('a schedule works for every tenant once, in its own context, and begins elsewhere each time; one that fails stops nobody', async () => {
  const beginnings = new Set<string>();
  for (const minutes of [0, 1, 120]) {
    const seen: string[] = [];
    const count = await forEveryTenant(new Date(minutes * 60_000), (tenantId) => {
      expect(requireContext().tenantId).toBe(tenantId);
      seen.push(tenantId);
      return tenantId === placed[7] ? Promise.reject(new Error('Trouble')) : Promise.resolve();
    });
    expect(new Set(seen).size).toBe(seen.length);
    expect(count).toBe(seen.length);
    expect(placed.filter((tenantId) => !seen.includes(tenantId))).toEqual([]);
    beginnings.add(seen[0] ?? '');
  }
  expect(beginnings.size).toBe(3);
});
