import { Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { newTenant } from '../../support/people.ts';
import type { Shop } from '../../support/shop.ts';
import { examined, type Fault, testFaults } from './patient.ts';

const counters = () => 'system/counters';
const access = () => 'system/access';
const address = ({ slug }: Shop) => `/slugs/${slug}`;
const auditEntry = () => 'audit/000000000001';

const faults: readonly Fault[] = [
  ['an address that leads elsewhere', address, (slug) => ({ ...slug, tenantId: 'AAAAAAAAAA' }), /owner of slugs/],
  ['an address that is gone', address, () => undefined, /owner of slugs\/\S+ is absent and should be/],
  ['another hue at the address', address, (slug) => ({ ...slug, hue: 361 }), /hue of slugs\/\S+ is 361/],
  ['another name at the address', address, (slug) => ({ ...slug, name: 'Old' }), /name in the document slugs/],
  [
    'a register with another address',
    ({ tenantId }) => `/placements/${tenantId}`,
    (placed) => ({ ...placed, slug: 'other' }),
    /slug of the profile/,
  ],
  [
    'a register with another name',
    ({ tenantId }) => `/placements/${tenantId}`,
    (placed) => ({ ...placed, nameKey: 'old' }),
    /operators’ search/,
  ],
  ['a profile that is gone', () => 'public/profile', () => undefined, /the document profile is absent/],
  [
    'a status that no hold asks for',
    access,
    (doc) => ({ ...doc, status: 'readonly' }),
    /status of system\/access is readonly and should be active/,
  ],
  ['a fence above the versions', access, (doc) => ({ ...doc, fence: { somebody: 999 } }), /fence of somebody is 999/],
  ['a floor above the versions', access, (doc) => ({ ...doc, floor: 999 }), /floor of system\/access is 999/],
  [
    'a fence that was never rolled up',
    access,
    (doc) => ({ ...doc, fence: Object.fromEntries(Array.from({ length: 101 }, (_, uid) => [uid, 1])) }),
    /fence is 101 entries/,
  ],
  [
    'a role that nobody is shown',
    access,
    (doc) => ({ ...doc, roles: { packer: ['order:read'] } }),
    /roles that are shown is {} and should be {"packer":\["order:read"\]}/,
  ],
  [
    'a door that nobody is shown',
    access,
    (doc) => ({ ...doc, supportUntil: Timestamp.fromMillis(1) }),
    /end of support/,
  ],
  [
    'seats that are counted twice',
    counters,
    (doc) => ({ ...doc, seatsUsed: 3 }),
    /seatsUsed of system\/counters is 3 and should be 2/,
  ],
  [
    'a promised seat that is not counted',
    counters,
    (doc) => ({ ...doc, seatsInvited: 0 }),
    /seatsInvited of system\/counters is 0 and should be 1/,
  ],
  [
    'products that are counted and not there',
    counters,
    (doc) => ({ ...doc, products: 3 }),
    /products of system\/counters is 3 and should be 2/,
  ],
  [
    'owners that are miscounted',
    counters,
    (doc) => ({ ...doc, owners: 2 }),
    /owners of system\/counters is 2 and should be 1/,
  ],
  ['counters that are gone', counters, () => undefined, /seatsUsed of system\/counters is absent/],
  [
    'a business without an owner',
    ({ owner }) => `members/${owner.uid}`,
    (doc) => ({ ...doc, role: 'admin' }),
    /owners is none and should be at least one/,
  ],
  [
    'a member whose version is no number',
    ({ owner }) => `members/${owner.uid}`,
    (doc) => ({ ...doc, version: '1' }),
    /members\/\S+ is version is missing/,
  ],
];

testFaults(
  'what a business is known by, judged by and counted',
  ['addresses', 'access', 'counters', 'audit'],
  [
    ...faults,
    [
      'an entry of the log that somebody changed',
      auditEntry,
      (entry) => ({ ...entry, actor: 'somebody' }),
      /the log from entry 1 on is changed/,
    ],
  ],
);

test('without the key of the log it is said once that the log can’t be looked at, and the rest is', async () => {
  const { tenantId } = await newTenant();
  const key = process.env.AUDIT_KEY;
  process.env.AUDIT_KEY = '';
  try {
    const { said, wrong, rows } = await examined(tenantId);
    expect({ said, wrong }).toEqual({
      said: ['audit: could not be looked at: AUDIT_KEY is not set: it is the key that the log was written with.'],
      wrong: ['audit'],
    });
    expect(rows.find(({ check }) => check === 'counters')?.looked).toBe(1);
  } finally {
    process.env.AUDIT_KEY = key;
  }
});
