import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWholeTenant } from '../../../functions/src/platform/data/tenants/whole-tenant.ts';
import { inTenantContext } from '../../../functions/src/platform/tenant-context.ts';
import { database } from '../../support/database.ts';
import { newTenant } from '../../support/people.ts';

/** Notes by order: of none, of fewer than are read at first, of as many, of some more, of many pages and of one that is full. */
const notesOf = { a: 0, b: 2, c: 5, d: 6, e: 2_000, f: 305, g: 3 };

let tenantId: string;

beforeAll(async () => {
  ({ tenantId } = await newTenant('Notes'));
  const at = new Date(0);
  const writer = database().bulkWriter({ throttling: false });
  for (const [order, count] of Object.entries(notesOf)) {
    void writer.set(database().doc(inTenant(tenantId, tenantPaths.order(order))), { number: 1, placedAt: at });
    for (let index = 0; index < count; index += 1) {
      const path = tenantPaths.note(order, String(index).padStart(4, '0'));
      void writer.set(database().doc(inTenant(tenantId, path)), { text: 'x'.repeat(500), createdAt: at });
    }
  }
  await writer.close();
});

/** What a reader gets: the paths in their order, and how many came of each reading, with the judging before it. */
async function taken(mayGoOn: (judged: number) => void = () => undefined) {
  const paths: string[] = [];
  const reads: number[] = [];
  await inTenantContext(tenantId, randomUUID(), async () => {
    const judge = async () => mayGoOn(reads.push(0));
    for await (const { path } of readWholeTenant(judge)) {
      paths.push(path);
      reads.push((reads.pop() ?? 0) + 1);
    }
  });
  return { paths, reads };
}

describe('the notes of an order', () => {
  test('are exported each once and in order after the orders, however many there are', async () => {
    const { paths } = await taken();
    const orders = Object.entries(notesOf);
    expect(paths.filter((path) => path.startsWith('orders/'))).toEqual([
      ...orders.map(([order]) => `orders/${order}`),
      ...orders.flatMap(([order, count]) =>
        Array.from({ length: count }, (_, index) => `orders/${order}/notes/${String(index).padStart(4, '0')}`),
      ),
    ]);
  });

  test('are read by the page, each judged before: whoever may no more gets no further one', async () => {
    const { reads, paths } = await taken();
    // A page, and what was read at first of the orders that follow.
    expect(Math.max(...reads)).toBeLessThanOrEqual(300 + 60 * 5);
    const full = reads.findIndex((lines) => lines >= 300);
    const cut: string[] = [];
    await expect(
      inTenantContext(tenantId, randomUUID(), async () => {
        let judged = 0;
        const judge = async () => {
          judged += 1;
          if (judged > full + 1) throw new Error('no more');
        };
        for await (const { path } of readWholeTenant(judge)) cut.push(path);
      }),
    ).rejects.toThrow('no more');
    const before = reads.slice(0, full + 1).reduce((sum, lines) => sum + lines, 0);
    expect(cut).toEqual(paths.slice(0, before));
    expect(before).toBeLessThan(paths.length - 1_000);
  });
});
