import { expect, it } from 'vitest';
import { withoutPermission, withPermission } from './switching.ts';

const anything = () => true;

it('gives with a right what it is nothing without', () => {
  expect(withPermission([], 'order:note', anything)).toEqual(['profile:read', 'order:read', 'order:note']);
  expect(withPermission(['order:read'], 'product:read', anything)).toEqual([
    'profile:read',
    'product:read',
    'order:read',
  ]);
});

it('gives nothing along that the person may not give', () => {
  const mayGive = (permission: string) => permission !== 'order:read';
  expect(withPermission([], 'order:note', mayGive)).toEqual(['profile:read', 'order:note']);
});

it('takes with a right what is nothing without it, and nothing else', () => {
  const held = ['profile:read', 'product:read', 'order:read', 'order:manage', 'order:note'] as const;
  expect(withoutPermission(held, 'order:read')).toEqual(['profile:read', 'product:read']);
  expect(withoutPermission(held, 'order:note')).toEqual(['profile:read', 'product:read', 'order:read', 'order:manage']);
  expect(withoutPermission(held, 'profile:read')).toEqual([]);
});
