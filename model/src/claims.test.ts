import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimOf, claimsByteLimit, claimsFor, type ClaimSource, parseClaims, sameClaims } from './claims.ts';
import { newTenantId, tenantIdPattern } from './tenant-id.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

const membership = fc.record({
  tenantId: fc.stringMatching(/^[0-9A-Za-z]{10}$/),
  role: fc.constantFrom('owner', 'admin', 'customer', 'a-role-of-twenty-chr'),
  version: fc.integer({ min: 1, max: 1_000_000 }),
  lastActiveAt: fc.integer({ min: 0, max: 5 }),
});
const memberships = fc.uniqueArray(membership, { selector: ({ tenantId }) => tenantId, maxLength: 80 });

describe('claims are a function of the database', () => {
  test('they never pass the limit, and hold as many of the latest as fit', () => {
    fc.assert(
      fc.property(memberships, fc.boolean(), (sources, isOperator) => {
        const claims = claimsFor(sources, isOperator);
        expect(bytes(claims)).toBeLessThanOrEqual(claimsByteLimit);
        const held = sources.filter(({ tenantId }) => Object.hasOwn(claims.tenants, tenantId));
        const left = sources.filter((source) => !held.includes(source));
        const oldestHeld = Math.min(...held.map(({ lastActiveAt }) => lastActiveAt));
        expect(left.every(({ lastActiveAt }) => lastActiveAt <= oldestHeld)).toBe(true);
        if (left.length > 0) {
          const roomiest = Math.max(
            ...left.map(({ tenantId, role, version }) => bytes({ [tenantId]: [role, version] }) - 1),
          );
          expect(bytes(claims) + roomiest).toBeGreaterThan(claimsByteLimit);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('the order in which memberships are read makes no difference', () => {
    fc.assert(
      fc.property(memberships, (sources) => {
        expect(sameClaims(claimsFor(sources, false), claimsFor(sources.toReversed(), false))).toBe(true);
      }),
      { seed: 2 },
    );
  });

  test('at least 36 businesses of an owner fit, and the operator claim beside them', () => {
    const sources: ClaimSource[] = Array.from({ length: 60 }, (_, index) => ({
      tenantId: newTenantId(),
      role: 'owner',
      version: 1,
      lastActiveAt: index,
    }));
    const claims = claimsFor(sources, true);
    expect(Object.keys(claims.tenants).length).toBeGreaterThanOrEqual(36);
    expect(claims.operator).toBe(true);
    expect(claims.tenants[sources[59]?.tenantId ?? '']).toEqual(['owner', 1]);
    expect(claims.tenants[sources[0]?.tenantId ?? '']).toBeUndefined();
  });
});

describe('claims of a token', () => {
  const good = { tenants: { aaaaaaaaaa: ['owner', 3] } };

  test('an entry of the right shape counts', () => {
    expect(claimOf(good, 'aaaaaaaaaa')).toEqual(['owner', 3]);
  });

  test.each([
    ['a string', { tenants: { aaaaaaaaaa: 'owner' } }],
    ['a number', { tenants: { aaaaaaaaaa: 3 } }],
    ['a map', { tenants: { aaaaaaaaaa: { 0: 'owner', 1: 3, length: 2 } } }],
    ['no version', { tenants: { aaaaaaaaaa: ['owner'] } }],
    ['a version in text', { tenants: { aaaaaaaaaa: ['owner', '3'] } }],
    ['a version with a fraction', { tenants: { aaaaaaaaaa: ['owner', 3.5] } }],
    ['a third part', { tenants: { aaaaaaaaaa: ['owner', 3, 'more'] } }],
    ['tenants as a list', { tenants: ['aaaaaaaaaa'] }],
    ['tenants as text', { tenants: 'aaaaaaaaaa' }],
    ['nothing', {}],
    ['null', null],
  ])('an entry that is %s does not', (_, token) => {
    expect(claimOf(token, 'aaaaaaaaaa')).toBeUndefined();
  });

  test('names of the prototype are no tenants', () => {
    const token = JSON.parse('{"tenants":{"__proto__":["owner",3],"constructor":["owner",3]}}') as unknown;
    expect(claimOf(token, '__proto__')).toBeUndefined();
    expect(claimOf({ tenants: {} }, 'constructor')).toBeUndefined();
    expect(Object.keys(parseClaims(token).tenants)).toEqual([]);
  });

  test('only true makes an operator', () => {
    expect(parseClaims({ operator: true }).operator).toBe(true);
    expect(parseClaims({ operator: 'true' }).operator).toBeUndefined();
  });
});

test('tenant ids are ten characters of the alphabet and differ', () => {
  const ids = Array.from({ length: 1_000 }, newTenantId);
  expect(ids.every((id) => tenantIdPattern.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(1_000);
});
