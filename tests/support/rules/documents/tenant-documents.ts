import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import type { Access } from '@tenantry/model/access';
import type { NoteDocument, OrderDocument, ProductDocument } from '@tenantry/model/documents/business';
import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import type {
  AuditDocument,
  CountersDocument,
  ProfileDocument,
  TenantDocument,
} from '@tenantry/model/documents/tenants';
import * as edges from './edges.ts';
import { edit, moment, never, writer, type Field, type FieldTable } from './fields.ts';

const then = new Date('2026-01-02T03:04:05Z');
const later = new Date('2026-02-03T04:05:06Z');
const someday = never(then, later);
/**
 * Every field of every kind of document below a tenant. A field that the model gains fails to compile until it is said
 * here what clients do to it; a kind of document that the model gains fails in documents.test.ts.
 */
export const tenantDocuments = {
  tenant: {
    name: never('A shop', 'Another shop'),
    slug: never('a-shop', 'another-shop'),
    plan: never('free', 'business'),
    features: never([], ['custom-roles']),
    limits: never({ seats: 5, products: 100, ordersPerMonth: 200 }, { seats: null }),
    roles: never({}, { packer: { name: 'Packers', permissions: ['product:write'] } }),
    supportDoor: never(null, { until: later, scope: 'support', reason: 'Stuck' }),
    supportVisitors: never({}, { operator: { name: 'Somebody', at: later } }),
    createdAt: someday,
  } satisfies Record<keyof TenantDocument, Field>,
  profile: {
    name: never('A shop', 'Another shop'),
    slug: never('a-shop', 'another-shop'),
    branding: never({ hue: 120 }, { hue: 240 }),
    currency: never('EUR', 'USD'),
    timeZone: never('Europe/Berlin', 'Asia/Tokyo'),
    locale: never('en', 'de'),
    orderText: never('', 'Thanks.'),
    joinOpen: never(false, true),
  } satisfies Record<keyof ProfileDocument, Field>,
  access: {
    status: never('active', 'readonly'),
    holds: never({ operator: 'active', billing: 'active', deletion: 'active' }, {}),
    seq: never(10, 0),
    fence: never({}, { somebody: 0 }),
    floor: never(3, 0),
    roles: never({}, { anybody: ['order:read'] }),
    supportUntil: never(then, later),
    supportScope: never('support', 'support-people'),
    support: never({}, { somebody: later }),
    features: never([], ['custom-roles']),
  } satisfies Record<keyof Access, Field>,
  counters: {
    seatsUsed: never(1, 0),
    owners: never(1, 2),
    seatsInvited: never(0, 1),
    products: never(2, 0),
    lastOrderNumber: never(2, 1),
    ordersByMonth: never({ '2026-01': 2 }, {}),
    ordersOverPlan: never({}, { '2026-01': 1 }),
  } satisfies Record<keyof CountersDocument, Field>,
  member: {
    uid: never('somebody', 'another'),
    role: never('viewer', 'owner'),
    version: never(5, 6),
    email: never('somebody@example.com', 'another@example.com'),
    displayName: never('Somebody', 'Another'),
    joinedAt: someday,
    lastSeenAt: someday,
    ownershipOffer: never(null, { by: 'owner', expiresAt: later }),
    notifications: never({ newOrders: false }, { newOrders: true }),
  } satisfies Record<keyof MemberDocument, Field>,
  invite: {
    email: never('new@example.com', 'me@example.com'),
    role: never('viewer', 'owner'),
    status: never('open', 'accepted'),
    message: never('', 'Welcome.'),
    createdAt: someday,
    expiresAt: someday,
    invitedBy: never('somebody', 'another'),
    generation: never(1, 2),
    mail: never({ generation: 1, state: 'sending', at: later }, { generation: 1, state: 'sent', at: later }),
    mailed: never({ day: '2026-01-01', times: 1 }, { day: '2026-01-01', times: 0 }),
    acceptedBy: never(null, 'somebody'),
  } satisfies Record<keyof InviteDocument, Field>,
  product: {
    sku: never('SKU-1', 'SKU-2'),
    name: edit('A cup', 'A bowl', edges.name),
    description: edit('Holds a quarter of a litre.', 'Holds half a litre.', edges.description),
    unitAmount: edit(1_200, 1_250, edges.amount),
    stock: never(7, 8),
    status: edit('published', 'archived', edges.productStatus),
    createdAt: someday,
    createdBy: never('somebody', 'another'),
    updatedAt: moment(then),
    updatedBy: writer('somebody'),
  } satisfies Record<keyof ProductDocument, Field>,
  order: {
    number: never(1, 2),
    customerUid: never('somebody', 'another'),
    customerName: never('A customer', 'Another'),
    customerEmail: never('customer@example.com', null),
    lines: never(
      [{ productId: 'published', sku: 'SKU-published', name: 'A cup', quantity: 2, unitAmount: 1_200 }],
      [{ productId: 'published', sku: 'SKU-published', name: 'A cup', quantity: 2, unitAmount: 1 }],
    ),
    total: never(2_400, 1),
    currency: never('EUR', 'USD'),
    message: never('', 'Quickly, please.'),
    status: never('placed', 'cancelled'),
    cancelReason: never(null, 'Changed my mind.'),
    placedAt: someday,
    fulfilledAt: never(null, later),
    cancelledAt: never(null, later),
  } satisfies Record<keyof OrderDocument, Field>,
  note: {
    text: edit('Call before noon.', 'Call after noon.', edges.note),
    authorUid: never('somebody', 'another'),
    createdAt: someday,
    updatedAt: moment(then),
  } satisfies Record<keyof NoteDocument, Field>,
  audit: {
    seq: never(1, 2),
    at: someday,
    actor: never('somebody', 'another'),
    action: never('member.invited', 'member.removed'),
    target: never('somebody', 'another'),
    details: never({}, { role: 'viewer' }),
    requestId: never('a', 'b'),
    prevHash: never('0', '1'),
    hash: never('1', '0'),
  } satisfies Record<keyof AuditDocument, Field>,

  subscription: {
    plan: never('free', 'business'),
    status: never('past_due', 'active'),
    interval: never('month', null),
    seats: never(5, 500),
    unitAmount: never(1_200, 0),
    currency: never('eur', null),
    paidUntil: someday,
    trialEnd: never(null, later),
    pastDueSince: never(then, null),
    cancelAtPeriodEnd: never(true, false),
    trialUsed: never(true, false),
  } satisfies Record<keyof SubscriptionDocument, Field>,
  other: { at: someday },
} as const satisfies Record<string, FieldTable>;
