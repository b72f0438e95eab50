import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedTask } from './shared-task.ts';

const moments = fc.integer({ min: 0, max: 4_000_000_000_000 });

test('a task comes a second or more, and six at most, after every change that it is for', () => {
  fc.assert(
    fc.property(moments, (at) => {
      const { dueAt } = sharedTask('tenant0001', at);
      expect(dueAt - at).toBeGreaterThan(1_000);
      expect(dueAt - at).toBeLessThanOrEqual(6_000);
    }),
  );
});

test('changes of five seconds share a task, and those of another tenant or of another time do not', () => {
  const first = sharedTask('tenant0001', 1_000_000);
  expect(sharedTask('tenant0001', 1_004_999)).toEqual(first);
  expect(sharedTask('tenant0001', 1_005_000).id).not.toBe(first.id);
  expect(sharedTask('tenant0002', 1_000_000).id).not.toBe(first.id);
  // What Cloud Tasks takes for a name.
  expect(first.id).toMatch(/^[A-Za-z0-9_-]{1,500}$/);
});
