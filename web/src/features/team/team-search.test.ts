import { Timestamp } from 'firebase/firestore';
import { expect, it } from 'vitest';
import { memberStateOf } from './member-state.ts';
import { isLookedFor, teamSearch } from './team-search.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 21, 12);
const ago = (days: number) => Timestamp.fromMillis(now - days * day);
const zoe = {
  displayName: 'Zoë Lind',
  email: 'zoe@example.com',
  role: 'packer',
  joinedAt: ago(90),
  lastSeenAt: ago(1),
};

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
  expect(isLookedFor(zoe, wanted, now)).toBe(found);
});

const offer = (days: number) => ({ by: 'ann', expiresAt: ago(days) });

it.each([
  ['active', {}],
  ['active', { lastSeenAt: ago(29) }],
  ['away', { lastSeenAt: ago(31) }],
  ['never-back', { lastSeenAt: ago(90) }],
  ['never-back', { joinedAt: ago(2), lastSeenAt: ago(2) }],
  // Whoever has only just joined is here.
  ['active', { joinedAt: ago(0.5), lastSeenAt: ago(0.5) }],
  ['offered', { ownershipOffer: offer(-1) }],
  ['active', { ownershipOffer: offer(1) }],
  ['active', { ownershipOffer: null }],
] as const)('says %s of somebody of whom one knows %o', (state, changes) => {
  const member = { ...zoe, ...changes };
  expect(memberStateOf(member, now)).toBe(state);
  expect(isLookedFor(member, { state }, now)).toBe(true);
  expect(isLookedFor(member, { state: 'invited' }, now)).toBe(false);
});

it('takes from an address what a role can be called, and nothing else', () => {
  expect(teamSearch.parse({ q: 'x', role: 'packer' })).toEqual({ q: 'x', role: 'packer' });
  expect(teamSearch.parse({ state: 'away' })).toEqual({ state: 'away' });
  expect(teamSearch.parse({ role: 'No role!', state: 'gone' })).toEqual({ role: undefined, q: undefined });
});
