import * as fc from 'fast-check';
import { mostly, sparse } from './chance.ts';
import type { Fields, Value } from '../../../support/rules/values.ts';
import { asked, besides, past, roleKeys, soon, uids, version } from './vocabulary.ts';

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

/** A tenant in which nothing is odd: what is refused there is refused for the request's own sake. */
const calm = fc
  .tuple(whole, fc.constantFrom('active', 'active', 'active', 'readonly'))
  .map(([access, status]): Fields => ({ ...access, status, fence: {}, floor: version.lowest }));

/** An access document, now and then without a field, seldom none at all. */
export const access: fc.Arbitrary<Fields | undefined> = fc.oneof(
  { weight: 17, arbitrary: calm },
  { weight: 11, arbitrary: whole },
  { weight: 1, arbitrary: partial },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
