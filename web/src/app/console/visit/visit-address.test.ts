import { expect, test } from 'vitest';
import { reportedPage, visitAddress } from './visit-address.ts';

test('an address of a visit names a business, a page and a record', () => {
  expect(visitAddress('/admin/visit/a1b2c3d4e5')).toEqual({ tenantId: 'a1b2c3d4e5', page: '', id: undefined });
  expect(visitAddress('/admin/visit/a1b2c3d4e5/orders/o%201/')).toMatchObject({ page: 'orders', id: 'o 1' });
  expect(visitAddress('/admin/visit/a1b2c3d4e5/orders/o/more')).toMatchObject({ page: 'nothing' });
  for (const path of ['/admin', '/admin/visit', '/admin/visit/a', '/t/visit/a1b2c3d4e5']) {
    expect(visitAddress(path)).toBeUndefined();
  }
});

test('the log of a business names a page by its path there', () => {
  const told = (path: string) => reportedPage(visitAddress(`/admin/visit/a1b2c3d4e5${path}`) ?? never());
  expect([told(''), told('/products'), told('/orders/o1')]).toEqual(['/overview', '/products', '/orders/o1']);
});

function never(): never {
  throw new Error('This is an address of a visit.');
}
