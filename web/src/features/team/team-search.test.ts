import { expect, it } from 'vitest';
import { isLookedFor, teamSearch } from './team-search.ts';

const zoe = { displayName: 'Zoë Lind', email: 'zoe@example.com', role: 'packer' };

it.each([
  [{}, true],
  [{ q: 'lind' }, true],
  [{ q: 'LIND zo' }, true],
  [{ q: 'Zoe\u0308' }, true],
  [{ q: 'example.com' }, true],
  [{ q: 'lind bakery' }, false],
  [{ role: 'packer' }, true],
  [{ role: 'admin' }, false],
  [{ q: 'lind', role: 'admin' }, false],
])('finds somebody by %o: %s', (wanted, found) => {
  expect(isLookedFor(zoe, wanted)).toBe(found);
});

it('takes from an address what a role can be called, and nothing else', () => {
  expect(teamSearch.parse({ q: 'x', role: 'packer' })).toEqual({ q: 'x', role: 'packer' });
  expect(teamSearch.parse({ role: 'No role!' })).toEqual({ role: undefined, q: undefined });
});
