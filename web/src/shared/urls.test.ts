import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ownPath, urls } from './urls.ts';

beforeAll(() => vi.stubGlobal('location', { origin: 'https://shop.example' }));

describe('where a sign-in leads', () => {
  it.each(['/t/bakery/orders?status=placed', '/invite/a/b', '/'])('%s of this site is kept', (path) => {
    expect(ownPath(path)).toBe(path);
    expect(new URL(urls.finishSignIn(path), 'https://shop.example').searchParams.get('next')).toBe(path);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'data:text/html,x'])(
    '%s is not followed',
    (address) => {
      expect(ownPath(address)).toBe('/');
    },
  );

  it('is the start when nothing is said', () => {
    expect(ownPath(null)).toBe('/');
  });
});
