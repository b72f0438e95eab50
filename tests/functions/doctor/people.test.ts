import type { Shop } from '../../support/shop.ts';
import { instantOf } from '../../../functions/src/platform/data/instant.ts';
import { testFaults } from './patient.ts';

const owner = ({ owner: { uid } }: Shop) => `members/${uid}`;
const projection = ({ tenantId, owner: { uid } }: Shop) => `/users/${uid}/memberships/${tenantId}`;
const stranger = {
  uid: 'doctors-stranger',
  email: '',
  displayName: '',
  joinedAt: instantOf(0),
  lastSeenAt: instantOf(0),
};

testFaults(
  'who belongs to it',
  ['memberships'],
  [
    [
      'a role that the person’s own list does not know',
      owner,
      (member) => ({ ...member, role: 'admin' }),
      /users\/\S+\/memberships\/\S+ is owner at version 1 and should be admin at version 1. npm run claims:refresh -- --uid \S+ --tenant \S+$/,
    ],
    [
      'a member with nothing in their list',
      () => `members/${stranger.uid}`,
      () => ({ ...stranger, role: 'customer', version: 1 }),
      /users\/doctors-stranger\/memberships\/\S+ is absent and should be customer at version 1. Nobody signs in as them: remove/,
    ],
    [
      'another address in somebody’s list',
      projection,
      (shown) => ({ ...shown, slug: 'elsewhere' }),
      /is of another name or address/,
    ],
    [
      'a role that there is not',
      owner,
      (member) => ({ ...member, role: 'packer' }),
      /role of members\/\S+ is none that there is/,
    ],
    [
      'a version that was never given',
      owner,
      (member) => ({ ...member, version: 99 }),
      /version of members\/\S+ is 99 and should be at most/,
    ],
    ['a member under another’s id', owner, (member) => ({ ...member, uid: 'other' }), /uid of members\/\S+ is other/],
  ],
);
