import { describe, expect, test } from 'vitest';
import type { Operation } from '../../support/rules/operations.ts';
import { reaches } from './reach.ts';

const below = (path: string): string => `/databases/{database}/documents${path}`;
const get = (path: string): Operation => ({ kind: 'get', path });
const write = (kind: 'create' | 'set' | 'delete', path: string): Operation => ({
  kind: 'commit',
  writes: [kind === 'delete' ? { kind, path } : { kind, path, fields: {} }],
});

describe('a request reaches a change', () => {
  const table: readonly (readonly [string, 'get' | 'list' | 'create' | 'update' | 'delete', Operation, boolean])[] = [
    ['/a/{b}', 'get', get('a/1'), true],
    ['/a/{b}', 'list', get('a/1'), false],
    ['/a/{b}', 'get', get('c/1'), false],
    ['/a/{b}', 'get', get('a/1/c/2'), false],
    ['/a/{b=**}', 'get', get('a/1/c/2'), true],
    ['/a/{b}/{c=**}', 'get', get('a/1'), true],
    ['/{path=**}', 'get', get('a/1'), true],
    ['/a.b/{c}', 'get', get('aXb/1'), false],
    ['/a/{b}', 'list', { kind: 'list', query: { collection: 'a' } }, true],
    ['/a/one', 'list', { kind: 'list', query: { collection: 'a', named: 'a/two' } }, false],
    ['/c/{d}', 'list', { kind: 'list', query: { collection: 'a', everywhere: true } }, true],
    ['/c/{d}', 'get', { kind: 'list', query: { collection: 'a', everywhere: true } }, false],
    ['/a/{b}', 'create', write('create', 'a/1'), true],
    ['/a/{b}', 'update', write('create', 'a/1'), false],
    ['/a/{b}', 'update', write('set', 'a/1'), true],
    ['/a/{b}', 'create', write('set', 'a/1'), true],
    ['/a/{b}', 'delete', write('delete', 'a/1'), true],
    ['/c/{d}', 'get', { kind: 'transaction', reads: ['c/1'], writes: [] }, true],
    ['/c/{d}', 'get', { kind: 'getAll', paths: ['a/1', 'c/1'] }, true],
  ];

  test.each(table)('%s, %s: %j is %j', (pattern, verb, operation, expected) => {
    expect(reaches(operation, [{ pattern: below(pattern), verb }])).toBe(expected);
  });
});
