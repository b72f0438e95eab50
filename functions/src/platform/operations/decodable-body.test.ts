import { describe, expect, test } from 'vitest';
import { decodableBody } from './decodable-body.ts';

const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
const tenantId = 'aaaaaaaaaa';

describe('the body of a call', () => {
  test('passes as it is when the SDK can decode it', () => {
    const body = { data: { tenantId, name: 'x', lines: [{ quantity: 1 }], type: '@type' } };
    expect(decodableBody(body)).toBe(body);
    expect(decodableBody({ data: nested(20) })).toEqual({ data: nested(20) });
  });

  test.each([
    ['a type of the protocol', { tenantId, name: { '@type': 'x' } }],
    [
      'a type in a list',
      { tenantId, lines: [[{ '@type': 'type.googleapis.com/google.protobuf.Int64Value', value: 'z' }]] },
    ],
    ['depth', { tenantId, name: nested(40) }],
    ['great depth', { tenantId, name: nested(20_000) }],
    ['a list that is too long to be spread', { tenantId, lines: Array.from({ length: 500_000 }, () => 0) }],
    ['a great many lists', { tenantId, lines: Array.from({ length: 200_000 }, () => []) }],
    ['a great many fields', { tenantId, ...Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [n, n])) }],
  ])('that holds %s keeps its tenant and nothing else', (_, data) => {
    expect(decodableBody({ data })).toEqual({ data: { tenantId, undecodable: true } });
  });

  test('passes with as much as an operation can ask for', () => {
    const lines = Array.from({ length: 1_000 }, () => ({ productId: 'x', quantity: 1 }));
    const body = { data: { tenantId, lines, message: 'x'.repeat(1_000_000) } };
    expect(decodableBody(body)).toBe(body);
  });

  test('that sets a prototype names no tenant by it', () => {
    const body = JSON.parse(`{"data":{"__proto__":{"tenantId":"${tenantId}"}}}`) as unknown;
    expect(decodableBody(body)).toEqual({ data: { undecodable: true } });
  });

  test('that is no object is left to the protocol', () => {
    expect([null, 7, 'x'].map(decodableBody)).toEqual([null, 7, 'x']);
  });

  test('that is no call is emptied before the protocol writes it into the log', () => {
    expect([{ email: 'ann@example.com' }, [{ email: 'ann@example.com' }], {}].map(decodableBody)).toEqual([{}, {}, {}]);
    expect(decodableBody({ data: null })).toEqual({ data: null });
  });
});
