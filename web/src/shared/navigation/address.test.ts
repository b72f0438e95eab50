import { expect, test } from 'vitest';
import { withSearch } from './address.ts';

const address = { path: '/portal/nord', search: new URLSearchParams('q=mug&in-stock=1'), state: null };

test('an address changes in what is named and keeps the rest', () => {
  expect(withSearch(address, { q: 'café & co' })).toBe('/portal/nord?q=caf%C3%A9+%26+co&in-stock=1');
  expect(withSearch(address, { q: '' })).toBe('/portal/nord?in-stock=1');
  expect(withSearch(address, { q: undefined, 'in-stock': undefined })).toBe('/portal/nord');
  expect(address.search.get('q')).toBe('mug');
});
