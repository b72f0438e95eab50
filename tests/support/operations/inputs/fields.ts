import type { InputOf, OperationName } from '../names.ts';

/** What an operation says of a field, written by hand from the contract. Lengths are in UTF-16 units. */
export type Field = {
  readonly kind: 'text' | 'id' | 'integer' | 'boolean' | 'list' | 'map';
  readonly needed: boolean;
  /** Values of the right kind that are refused all the same. */
  readonly wrong: readonly unknown[];
};

type FieldsOf<Name extends OperationName> = { readonly [Key in keyof Required<InputOf<Name>>]: Field };

const long = 'x'.repeat(10_001);
const notNeeded = <F extends Field>(field: F): F => ({ ...field, needed: false });
const text = (...wrong: unknown[]): Field => ({ kind: 'text', needed: true, wrong: [long, '\ud800', ...wrong] });
const line = text('', '   ', 'x'.repeat(121), 'two\nlines', 'turned \u202e round', 'null \u0000');
const name: Field = line;
const id: Field = { kind: 'id', needed: true, wrong: [] };
const integer = (...wrong: unknown[]): Field => ({
  kind: 'integer',
  needed: true,
  wrong: [0.5, 1e300, 2 ** 53, -(2 ** 53), ...wrong],
});
const choice = text('', 'OTHER', '__proto__', 'constructor');
const role = text('', 'o', 'Owner', '__proto__', 'constructor', 'role-that-is-not', 'support', 'support-people');
const email = text(
  '',
  'ann',
  'ann@',
  '@example.com',
  'a@b',
  'a b@example.com',
  'a@example.com,b@example.com',
  'a@\r\nx.com',
);
const tenantId: Field = { kind: 'id', needed: true, wrong: [] };
const locale = text('', '!!', 'x'.repeat(36));
const currency = text('', 'eur', 'EURO', 'AAA');
const timeZone = text('Mars/Phobos', '../UTC');
const until = notNeeded(text('', 'soon', '2020-01-01T00:00:00Z', '2030-13-01T00:00:00Z'));
const inviteId = id;
const message = text('x'.repeat(1_001), 'bell \u0007');
const reason = text('', ' ', 'x'.repeat(501));

/** Places in a list that no list has told: half of a character, a key that nothing can have, another shape. */
const forgedCursors = [
  ['nameKey', ['\ud800', 'AAAAAAAAAA']],
  ['slug', ['x'.repeat(600), 'AAAAAAAAAA']],
  ['email', null],
  ['slug'],
].map((position) => Buffer.from(JSON.stringify(position)).toString('base64url'));

/** Every field of every operation. A new one fails to compile until it is here. */
export const fields: { readonly [Name in OperationName]: FieldsOf<Name> } = {
  'api/createTenant': {
    name,
    slug: text('', 'ab', 'x'.repeat(41), 'Shop', '-shop', 'shop-', 'sh--op', 'shöp', 'a/b', '__proto__', 'admin'),
    currency: notNeeded(currency),
    locale: notNeeded(locale),
    timeZone: notNeeded(timeZone),
  },
  'api/activateTenant': { tenantId },
  'api/updateTenant': {
    tenantId,
    name: notNeeded(name),
    branding: { kind: 'map', needed: false, wrong: [{}, { hue: 360 }, { hue: -1 }, { hue: 1.5 }, { hue: 1, more: 1 }] },
    locale: notNeeded(locale),
    timeZone: notNeeded(timeZone),
    currency: notNeeded(currency),
    orderText: notNeeded(text('x'.repeat(1_001), 'bell \u0007')),
    joinOpen: { kind: 'boolean', needed: false, wrong: [] },
  },
  'api/updateProfile': { displayName: notNeeded(name), locale: notNeeded(locale) },
  'api/deleteAccount': {},
  'api/signOutEverywhere': {},
  'api/inviteMember': { tenantId, email, role, message: notNeeded(message) },
  // What is wrong with a row is told in its place, and the rest is done.
  'api/inviteMembers': {
    tenantId,
    invites: { kind: 'list', needed: true, wrong: [[], Array.from({ length: 101 }, () => null)] },
  },
  'api/resendInvite': { tenantId, inviteId },
  'api/revokeInvite': { tenantId, inviteId },
  'api/acceptInvite': { tenantId, inviteId, secret: text('', 'with space', 'x'.repeat(201), 'ü') },
  'api/joinAsCustomer': { slug: text('', 'ab', 'x'.repeat(41), 'Shop', 'a/b', '../users', '__proto__') },
  'api/setMemberRole': { tenantId, uid: id, role },
  'api/removeMember': { tenantId, uid: id },
  'api/defineRole': {
    tenantId,
    key: text('', 'o', 'Packer', 'packer!', '-packer', '__proto__', 'constructor!', 'owner', 'support', 'x'.repeat(21)),
    name,
    permissions: {
      kind: 'list',
      needed: true,
      wrong: [
        [null],
        ['x'],
        [7],
        [['product:read']],
        ['owner:manage'],
        ['tenant:delete'],
        ['tenant:export'],
        ['billing:manage'],
      ],
    },
    isNew: { kind: 'boolean', needed: false, wrong: [] },
  },
  'api/deleteRole': { tenantId, key: text('', 'o', 'Packer', '__proto__', 'x'.repeat(21)), moveTo: role },
  'api/verifyAudit': { tenantId },
  'api/offerOwnership': { tenantId, uid: id },
  'api/acceptOwnership': { tenantId },
  'api/startCheckout': { tenantId, plan: text('', 'free', 'OTHER', '__proto__'), interval: choice },
  'api/openBillingPortal': { tenantId },
  'api/syncBilling': { tenantId },
  'api/openSupport': {
    tenantId,
    hours: integer(0, -1, 25),
    reason,
    scope: notNeeded(choice),
  },
  'api/closeSupport': { tenantId },
  'api/leaveTenant': { tenantId },
  'api/createProduct': {
    tenantId,
    sku: text('', ' ', 'x'.repeat(41), 'a\nb'),
    name,
    description: notNeeded(text('x'.repeat(5_001), 'bell \u0007')),
    unitAmount: integer(-1, 100_000_000),
    stock: notNeeded(integer(-1, 1_000_001)),
    status: notNeeded(choice),
  },
  'api/deleteProduct': { tenantId, productId: id },
  'api/adjustStock': { tenantId, productId: id, delta: integer(0, 1_000_001, -1_000_001) },
  'api/placeOrder': {
    tenantId,
    lines: {
      kind: 'list',
      needed: true,
      wrong: [
        [],
        [{}],
        [null],
        [[]],
        ['x'],
        [{ productId: 'x' }],
        [{ quantity: 1 }],
        [{ productId: 'a/b', quantity: 1 }],
        [{ productId: '', quantity: 1 }],
        [{ productId: 7, quantity: 1 }],
        [{ productId: 'x', quantity: 0 }],
        [{ productId: 'x', quantity: -1 }],
        [{ productId: 'x', quantity: 1.5 }],
        [{ productId: 'x', quantity: '1' }],
        [{ productId: 'x', quantity: 10_001 }],
        [{ productId: 'x', quantity: 1, unitAmount: 0 }],
        [
          { productId: 'x', quantity: 6_000 },
          { productId: 'x', quantity: 6_000 },
        ],
        Array.from({ length: 101 }, () => ({ productId: 'x', quantity: 1 })),
      ],
    },
    idempotencyKey: text('', 'x'.repeat(101)),
    expectedTotal: notNeeded(integer(-1)),
    message: notNeeded(message),
    customerUid: notNeeded(id),
    customerName: notNeeded(name),
  },
  'api/fulfillOrder': { tenantId, orderId: id },
  'api/cancelOrder': { tenantId, orderId: id, reason: notNeeded(reason) },
  'api/setNotifications': { tenantId, newOrders: { kind: 'boolean', needed: false, wrong: [] } },
  'operator/listTenants': {
    cursor: notNeeded(text('!', 'bm9uZQ', 'x'.repeat(1_001), ...forgedCursors)),
    search: notNeeded(text('x'.repeat(121), 'a\nb')),
    doorsOpen: { kind: 'boolean', needed: false, wrong: [] },
  },
  'operator/getTenant': { tenantId },
  'operator/enterTenant': { tenantId, reason },
  'operator/leaveTenant': { tenantId },
  'operator/reportPageView': {
    tenantId,
    page: text('', ' ', 'x'.repeat(201), 'two\nlines', '/team?search=anna', 'anna@example.com'),
  },
  'operator/listMails': { trouble: choice },
  'operator/resendMail': { mailId: id },
  'operator/setTenantPlan': { tenantId, plan: choice, until, reason },
  'operator/setTenantFeatures': {
    tenantId,
    features: {
      kind: 'map',
      needed: true,
      wrong: [{}, { other: true }, { 'custom-roles': 'yes' }, { __proto__: null, x: 1 }],
    },
    until,
    reason,
  },
  'operator/syncTenantBilling': { tenantId },
  'operator/listEvents': { trouble: choice },
  'operator/replayEvent': { eventId: text('', 'evt_', 'evt_a/b', '__proto__') },
  'operator/setTenantStatus': { tenantId, status: choice, reason },
};

/** Values of every kind; those of a field's own kind are left out for it. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  none: [null],
  text: ['x'],
  integer: [7],
  boolean: [true],
  list: [[], ['x']],
  map: [{}, { toString: 'x' }, { '@type': 'type.googleapis.com/google.protobuf.Int64Value', value: '7' }],
};

/** What is no document's id: paths, prototypes' names that Firestore reserves, nothing, and more than an id can hold. */
export const malformedIds: readonly string[] = [
  '',
  '.',
  '..',
  '/',
  '../x',
  'a/b',
  '__proto__',
  '__x__',
  'null \u0000',
  'line\nbreak',
  '\ud800',
  'x'.repeat(129),
  'ü'.repeat(750),
];

/** What looks odd and could be one: nothing is there. */
export const absentIds: readonly string[] = [
  'absent',
  'constructor',
  'toString',
  '__proto',
  'a b',
  '%2e%2e%2fx',
  'a.b',
  '`',
  '*',
  'ключ',
  '😀'.repeat(64),
  '\\..\\',
];

/** What a field refuses, whatever the rest says. */
export function wrongValues({ kind, wrong }: Field): unknown[] {
  const own = kind === 'id' ? 'text' : kind;
  const others = Object.entries(values).flatMap(([other, some]) => (other === own ? [] : some));
  return [...others, ...wrong, ...(kind === 'id' ? malformedIds : [])];
}
