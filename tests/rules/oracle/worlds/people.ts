import * as fc from 'fast-check';
import { mostly, sparse } from './chance.ts';
import { roleKeys, strangeTenants, tenants, uids, version, type Uid } from './vocabulary.ts';

/** Somebody of a world: what their token claims, and whether the register of operators knows them. */
export type Person = { readonly claims: Readonly<Record<string, unknown>>; readonly registered: boolean };

const role = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('owner', 'admin', 'member') },
  { weight: 4, arbitrary: fc.constantFrom('member', 'viewer', 'customer', 'customer') },
  { weight: 4, arbitrary: fc.constantFrom(...roleKeys) },
  { weight: 1, arbitrary: fc.constantFrom('support', 'support-people', 'OWNER', 'owner ', '', '__proto__', 'nothing') },
);
const present = fc.oneof(
  { weight: 3, arbitrary: fc.constant(version.highest) },
  { weight: 4, arbitrary: fc.integer({ min: 3, max: version.highest }) },
  { weight: 1, arbitrary: fc.integer({ min: -1, max: version.highest }) },
);
const entry = fc.tuple(role, present);

/** What resembles an entry: an owner's, if its shape were overlooked. */
const oddEntry = fc.constantFrom<unknown>(
  null,
  true,
  'owner',
  9,
  [],
  {},
  ['owner'],
  ['owner', '9'],
  ['owner', 9.5],
  ['owner', 1e300],
  ['owner', true],
  ['owner', null],
  ['owner', [9]],
  ['owner', 9, 9],
  ['owner', 9, null],
  [9, 'owner'],
  [['owner'], 9],
  [null, 9],
  [['owner', 9]],
  { 0: 'owner', 1: 9 },
  { role: 'owner', version: 9 },
  'owner,9',
);

const membership = mostly<unknown, unknown>(19, entry, oddEntry);
const ordinary = sparse([...tenants, ...strangeTenants], 19, () => membership);
const oddTenants = fc.constantFrom<unknown>(
  null,
  true,
  9,
  tenants[0],
  [...tenants],
  tenants.map(() => ['owner', 9]),
  {},
  { tenants: { [tenants[0]]: ['owner', 9] } },
  Object.fromEntries(tenants.map((id) => [id.toUpperCase(), ['owner', 9]])),
  JSON.parse('{"__proto__": ["owner", 9]}'),
);

const tenantsClaim = mostly<Record<string, unknown>, Record<string, unknown>>(
  19,
  ordinary.map((map) => ({ tenants: map })),
  fc.oneof(
    oddTenants.map((map) => ({ tenants: map })),
    ordinary.map((map) => ({ ...map })),
    fc.constant({}),
  ),
);

const operator = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  { weight: 4, arbitrary: fc.constant({ operator: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('true', 1, [true], { true: true }, false).map((claim) => ({ operator: claim })),
  },
);
const beside = mostly(16, fc.constant({}), fc.constantFrom({ email_verified: false }, { admin: true, role: 'owner' }));

/** Somebody with the same right everywhere, and a claim that no fence is above. */
function steady(roles: readonly string[]): fc.Arbitrary<Person['claims']> {
  return fc.tuple(fc.constantFrom(...roles), beside).map(([role, more]) => ({
    ...more,
    tenants: Object.fromEntries(tenants.map((id) => [id, [role, version.highest]])),
  }));
}

/** Somebody with another entry in each tenant. */
function various(entries: fc.Arbitrary<unknown>): fc.Arbitrary<Person['claims']> {
  return sparse([...tenants, ...strangeTenants], 19, () => entries).map((map) => ({ tenants: map }));
}

const anything = fc
  .tuple(tenantsClaim, operator, beside)
  .map((parts) => Object.assign({}, ...parts) as Person['claims']);
const old = fc.integer({ min: version.lowest, max: version.highest });
const strangeRole = fc.constantFrom(
  ...roleKeys,
  'support',
  'support-people',
  'OWNER',
  'owner ',
  '',
  '__proto__',
  'none',
);

const claimsOf: Readonly<Record<Uid, fc.Arbitrary<Person['claims']>>> = {
  // Writes, and is let in.
  ann: steady(['owner', 'owner', 'admin', 'member']),
  // Reads, or buys, or has a role that the tenant defined.
  ben: steady(['viewer', 'customer', 'customer', 'packer', 'clerk', 'books']),
  // Supports.
  cleo: mostly(16, fc.constant({ operator: true }), anything),
  // Is in, and is an operator too.
  dan: fc
    .tuple(steady(['owner', 'admin', 'viewer', 'customer']), operator)
    .map(([claims, more]) => ({ ...claims, ...more })),
  // Has something that resembles a claim.
  eve: various(mostly<unknown, unknown>(8, entry, oddEntry)),
  // Has claims of any age.
  finn: various(fc.tuple(fc.constantFrom('owner', 'admin', 'member'), old)),
  // Has roles of any name.
  gus: various(fc.tuple(strangeRole, fc.constant(version.highest))),
  constructor: anything,
};

/** Everybody of a world. A few have something in mind, so that worlds are about something; the rest is chance. */
export const people: fc.Arbitrary<Readonly<Record<string, Person>>> = fc.record(
  Object.fromEntries(
    uids.map((uid) => [
      uid,
      fc.record({
        claims: mostly(18, claimsOf[uid], anything),
        registered: mostly(15, fc.constant(true), fc.constant(false)),
      }),
    ]),
  ),
);
