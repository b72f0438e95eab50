import * as formats from '@tenantry/model/formats';
import { describe, expect, it } from 'vitest';
import { slugFrom } from './slug-from.ts';

describe('the address that a name suggests', () => {
  it.each([
    ['Blue Bakery', 'blue-bakery'],
    ['Café Blümchen & Co.', 'cafe-blumchen-co'],
    ['  Straße 9 ', 'strasse-9'],
    ['--', ''],
    ['日本', ''],
  ])('of %j is %j', (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
  });

  it('has the form of an address whenever it is long enough', () => {
    for (const name of ['A very long name of a business, with more words than fit', 'Trio 3000', 'x'.repeat(60)]) {
      expect(formats.slugProblem(slugFrom(name))).toBeUndefined();
    }
  });
});
