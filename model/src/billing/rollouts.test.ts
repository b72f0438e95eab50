import { expect, test } from 'vitest';
import { newTenantId } from '../tenant-id.ts';
import { positionOf, rolledOutTo } from './rollouts.ts';

const tenants = Array.from({ length: 4_000 }, newTenantId);

test('a share reaches so many businesses, and a larger one all of them and more', () => {
  const having = (percent: number) => tenants.filter((id) => rolledOutTo(id, { 'audit-export': percent }).length > 0);
  expect(having(0)).toEqual([]);
  expect(having(100)).toEqual(tenants);
  const [some, more] = [having(20), having(50)];
  // Four standard deviations either way.
  expect(Math.abs(some.length - 800)).toBeLessThan(102);
  expect(Math.abs(more.length - 2_000)).toBeLessThan(127);
  expect(some.filter((id) => !more.includes(id))).toEqual([]);
});

test('who is early with one feature is not early with another', () => {
  const both = tenants.filter((id) => positionOf(id, 'audit-export') < 50 && positionOf(id, 'custom-roles') < 50);
  expect(Math.abs(both.length - 1_000)).toBeLessThan(110);
});

test('a business stands where it always stood: another hash would take features from those who have them', () => {
  expect(positionOf('tenant0001', 'custom-roles')).toBeCloseTo(95.305_129, 5);
  expect(positionOf('tenant0002', 'custom-roles')).toBeCloseTo(80.705_435, 5);
});
