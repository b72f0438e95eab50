import { expect, test } from 'vitest';
import { neighbours } from './paging.ts';

const at = (search: string, state: unknown = null) => ({ path: '/admin', search: new URLSearchParams(search), state });

test('the first page has no page before, and the last none after', () => {
  expect(neighbours(at(''), null)).toEqual({ onward: undefined, back: undefined });
});

test('the way back follows the way that was taken, and keeps the search', () => {
  const first = neighbours(at('q=nord'), 'two').onward;
  expect(first).toEqual({ to: '/admin?q=nord&cursor=two', state: { trail: [''] } });
  const second = neighbours(at('q=nord&cursor=two', first?.state), 'three').onward;
  expect(second).toEqual({ to: '/admin?q=nord&cursor=three', state: { trail: ['', 'two'] } });
  const third = neighbours(at('q=nord&cursor=three', second?.state), null);
  expect(third.back).toEqual({ to: '/admin?q=nord&cursor=two', state: { trail: [''] } });
  expect(neighbours(at('q=nord&cursor=two', third.back?.state), 'three').back?.to).toBe('/admin?q=nord');
});

test('an address from elsewhere leads back to the first page, and a window that was open is closed', () => {
  expect(neighbours(at('cursor=two&business=abc'), null).back?.to).toBe('/admin');
  expect(neighbours(at('cursor=two', { trail: [7] }), null).back?.to).toBe('/admin');
});
