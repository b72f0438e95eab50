import { expect, test } from 'vitest';
import { portalAddress } from './portal-address.ts';

test.each([
  ['/portal/nord-coffee', { slug: 'nord-coffee', page: '', id: undefined }],
  ['/portal/nord-coffee/', { slug: 'nord-coffee', page: '', id: undefined }],
  ['/portal/nord-coffee/orders', { slug: 'nord-coffee', page: 'orders', id: undefined }],
  ['/portal/nord-coffee/orders/a%2Fb', { slug: 'nord-coffee', page: 'orders', id: 'a/b' }],
  ['/portal/nord-coffee/orders/a/b', { slug: 'nord-coffee', page: 'nothing', id: 'a' }],
  ['/portal/nord-coffee/orders/%E0%A4%A', { slug: 'nord-coffee', page: 'orders', id: '%E0%A4%A' }],
])('%s is a page of a shop', (path, address) => {
  expect(portalAddress(path)).toEqual(address);
});

test.each(['/portal', '/portal/', '/portal/Not A Slug', '/portal/ab', '/portal/admin', '/elsewhere/nord-coffee'])(
  'no shop can be at %s',
  (path) => {
    expect(portalAddress(path)).toBeUndefined();
  },
);
