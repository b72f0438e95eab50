import { expect, it } from 'vitest';
import { navigation, pageAt } from './navigation.ts';

it('knows to which page of the menu every kind of address belongs', () => {
  const belongs = Object.fromEntries(
    ['/t/$slug/', '/t/$slug/orders', '/t/$slug/orders/$orderId', '/t/$slug/roles/of/$roleKey', '/t/$slug/rolesale'].map(
      (path) => [path, pageAt(path)?.to],
    ),
  );
  expect(belongs).toEqual({
    '/t/$slug/': '/t/$slug',
    '/t/$slug/orders': '/t/$slug/orders',
    '/t/$slug/orders/$orderId': '/t/$slug/orders',
    '/t/$slug/roles/of/$roleKey': '/t/$slug/roles',
    '/t/$slug/rolesale': '/t/$slug',
  });
});

it('leaves what can be begun to its own page: who places orders need not see those of others', () => {
  expect(pageAt('/t/$slug/orders/new')).toBeUndefined();
  expect(pageAt('/t/$slug/roles/new')).toBeUndefined();
});

it('begins with the overview, to which an unknown address belongs', () => {
  expect(navigation[0].to).toBe('/t/$slug');
});
