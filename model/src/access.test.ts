import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Access, fenceLimit, lowestVersion, newAccess, raiseFence, withHold } from './access.ts';
import { holdKinds, noHolds, passesGate, statusGates, statusOf, tenantStatuses } from './tenant-status.ts';

describe('the fence', () => {
  test("a raise makes every older version of the person fall below, and nobody else's", () => {
    const before = newAccess([]);
    const { access, version } = raiseFence(before, ['ann']);
    expect(lowestVersion(access, 'ann')).toBe(version);
    expect(before.seq).toBeLessThan(version);
    expect(lowestVersion(access, 'bob')).toBe(0);
  });

  test('the hundred-and-first entry rolls it into the floor, above every version given so far', () => {
    let access: Access = newAccess([]);
    for (let index = 0; index < fenceLimit; index += 1) access = raiseFence(access, [`person-${index}`]).access;
    expect(Object.keys(access.fence)).toHaveLength(fenceLimit);
    expect(access.floor).toBe(0);
    const { access: rolled, version } = raiseFence(access, ['one-more']);
    expect(rolled.fence).toEqual({});
    expect(rolled.floor).toBe(version);
    expect(rolled.floor).toBeGreaterThan(access.seq);
  });

  test('raising the same person again takes no second entry', () => {
    let access = newAccess([]);
    for (let index = 0; index < 300; index += 1) access = raiseFence(access, ['ann']).access;
    expect(Object.keys(access.fence)).toEqual(['ann']);
    expect(access.floor).toBe(0);
  });

  test('whatever the history, a version from before a raise is never accepted again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 130 }), { maxLength: 400 }), (history) => {
        let access = newAccess([]);
        const dead = new Map<string, number>();
        for (const person of history) {
          const uid = `p${person}`;
          dead.set(uid, access.seq);
          access = raiseFence(access, [uid]).access;
        }
        for (const [uid, version] of dead) expect(lowestVersion(access, uid)).toBeGreaterThan(version);
        expect(Object.keys(access.fence).length).toBeLessThanOrEqual(fenceLimit);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  test('a person named as a part of every object has no entry before one is made', () => {
    expect(lowestVersion(newAccess([]), 'constructor')).toBe(0);
    expect(lowestVersion(raiseFence(newAccess([]), ['__proto__']).access, '__proto__')).toBe(2);
  });
});

describe('holds', () => {
  test('the strictest one is the status', () => {
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(holdKinds.map((kind) => [kind, fc.constantFrom(...tenantStatuses)]))),
        (holds) => {
          const status = statusOf({ ...noHolds, ...holds });
          const ranks = Object.values(holds).map((hold) => tenantStatuses.indexOf(hold));
          expect(tenantStatuses.indexOf(status)).toBe(Math.max(...ranks));
        },
      ),
      { seed: 4 },
    );
  });

  test('lifting one lifts no other', () => {
    const held = withHold(withHold(newAccess([]), 'billing', 'readonly'), 'operator', 'suspended');
    expect(held.status).toBe('suspended');
    expect(withHold(held, 'operator', 'active').status).toBe('readonly');
    expect(withHold(withHold(held, 'operator', 'active'), 'billing', 'active').status).toBe('active');
  });

  test('everyday work needs an active tenant, and leaving is possible in every status', () => {
    expect(tenantStatuses.filter((status) => passesGate('work', status))).toEqual(['active']);
    expect(tenantStatuses.filter((status) => passesGate('always', status))).toEqual([...tenantStatuses]);
    expect(Object.keys(statusGates).every((gate) => passesGate(gate as keyof typeof statusGates, 'active'))).toBe(true);
  });
});
