import { describe, expect, test } from 'vitest';
import { newTenantId, tenantIdAt, tenantIdPattern } from './tenant-id.ts';

describe('an id that lies at a share of all ids', () => {
  test('is one, from the first to the last, in their order', () => {
    const shares = [0, 1e-9, 0.25, 0.5, 0.999_999, 1];
    const ids = shares.map(tenantIdAt);
    expect(ids.every((id) => tenantIdPattern.test(id))).toBe(true);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(shares.length);
    expect([ids[0], ids.at(-1)?.slice(0, 1)]).toEqual(['0000000000', 'z']);
  });

  test('has as many before it as the share says', () => {
    const made = Array.from({ length: 4_000 }, newTenantId);
    const before = made.filter((id) => id < tenantIdAt(0.3)).length / made.length;
    expect(before).toBeGreaterThan(0.25);
    expect(before).toBeLessThan(0.35);
  });
});
