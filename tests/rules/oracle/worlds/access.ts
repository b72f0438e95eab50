import * as fc from 'fast-check';
import { mostly, sparse } from './chance.ts';
import type { Fields, Value } from '../../../support/rules/values.ts';
import { asked, besides, past, roleKeys, soon, uids, version, type tenants } from './vocabulary.ts';

/** Before whom a fence stands even where nothing is odd. */
const fenced = ['eve', 'finn', 'gus', 'constructor'] as const;

const status = mostly(
  19,
  fc.oneof(
    { weight: 7, arbitrary: fc.constant('active') },
    { weight: 2, arbitrary: fc.constant('readonly') },
    { weight: 1, arbitrary: fc.constantFrom('suspended', 'deleting') },
  ),
  fc.constantFrom<Value>('ACTIVE', 'activ', '', null, true),
);

const number = fc.integer({ min: version.lowest, max: version.highest });
const fence = mostly(
  19,
  sparse(uids, 4, () => mostly(17, number, fc.constantFrom<Value>(3, '3', null))),
  fc.constantFrom<Value>({}, null, [], 'none'),
);
const floor = mostly(19, fc.integer({ min: 0, max: 4 }), fc.constantFrom<Value>(9, '0', null, '9'));

const permission = mostly<string, string>(16, fc.constantFrom(...asked), fc.constantFrom(...besides));
const permissionList = fc.uniqueArray(permission, { maxLength: 9, size: 'max' });
const oddList = fc.constantFrom<Value>([], null, 'order:read', [null]);
const roles = mostly(
  18,
  sparse(roleKeys, 14, () => mostly<Value, Value>(18, permissionList, oddList)),
  fc.constantFrom<Value>({}, null, []),
);

const time = fc.oneof(
  { weight: 7, arbitrary: fc.constant<Value>(soon) },
  { weight: 2, arbitrary: fc.constant<Value>(past) },
  { weight: 1, arbitrary: fc.constantFrom<Value>(soon.getTime(), true, null, soon.toISOString()) },
);

const whole = fc.record({
  status,
  holds: fc.constant({ operator: 'active', billing: 'active', deletion: 'active' }),
  seq: fc.constant(version.highest),
  fence,
  floor,
  roles,
  supportUntil: time,
  supportScope: mostly<Value, Value>(
    18,
    fc.constantFrom('support', 'support-people'),
    fc.constantFrom('owner', 'packer', '', null),
  ),
  support: mostly<Value, Value>(
    18,
    sparse(uids, 12, () => time),
    fc.constantFrom(null, ['ann']),
  ),
  features: fc.constantFrom<Value>([], ['custom-roles']),
});

const lost = ['status', 'fence', 'floor', 'roles', 'supportUntil', 'supportScope', 'support'] as const;
const partial = fc
  .tuple(whole, fc.constantFrom(...lost))
  .map(([access, field]): Fields => Object.fromEntries(Object.entries(access).filter(([name]) => name !== field)));

/** An access document as it may be: now and then odd, now and then without a field, seldom none at all. */
const anything: fc.Arbitrary<Fields | undefined> = fc.oneof(
  { weight: 17, arbitrary: whole },
  { weight: 2, arbitrary: partial },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** A tenant in which nothing is odd: what is refused there is refused for the person's or the request's own sake. */
function sound(status: fc.Arbitrary<string>): fc.Arbitrary<Fields> {
  return fc
    .record({
      status,
      fence: sparse(fenced, 12, () => number),
      floor: fc.integer({ min: 0, max: 4 }),
      roles: sparse(roleKeys, 18, () => permissionList),
      supportUntil: mostly(16, fc.constant(soon), fc.constant(past)),
      supportScope: fc.constantFrom('support', 'support-people'),
      support: sparse(uids, 16, () => mostly(16, fc.constant(soon), fc.constant(past))),
    })
    .chain((known) => whole.map((access): Fields => ({ ...access, ...known })));
}

/** One where the day's work is done, one that is held back, one where anything may be. */
export const accessOf: Readonly<Record<(typeof tenants)[number], fc.Arbitrary<Fields | undefined>>> = {
  alpha00001: sound(mostly(18, fc.constant('active'), fc.constant('readonly'))),
  bravo00002: sound(fc.constantFrom('active', 'readonly', 'readonly', 'suspended', 'deleting')),
  charlie003: anything,
};
