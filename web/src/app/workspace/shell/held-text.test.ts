import { expect, test } from 'vitest';
import type { HoldKind } from '@tenantry/model/tenant-status';
import { heldText } from './held-text.ts';

const said: readonly (readonly [readonly HoldKind[] | undefined, RegExp])[] = [
  [undefined, /Ask whoever runs this site/],
  [['operator'], /Ask whoever runs this site/],
  [['billing'], /^A payment is owed.*as soon as it is paid/],
  [['operator', 'billing'], /^A payment is owed.*besides/],
];

test.each(said)('an owner of a business that is suspended by %s is told so, and what helps', (heldBy, words) => {
  expect(heldText('suspended', true, heldBy)).toMatch(words);
  expect(heldText('suspended', false, heldBy)).toMatch(/An owner of the business can find out why/);
  expect(heldText('deleting', true, heldBy)).toMatch(/call it off/);
});
