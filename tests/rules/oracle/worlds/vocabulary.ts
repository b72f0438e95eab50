import type { Permission } from '@tenantry/model/permissions';

/** The names of the worlds: few, so that requests meet documents, people meet tenants, and one is mistaken for another. */
export const tenants = ['alpha00001', 'bravo00002', 'charlie003'] as const;
/** A tenant that is never there, and one whose name is a trap for a map. */
export const strangeTenants = ['nowhere004', 'constructor'] as const;
export const uids = ['ann', 'ben', 'cleo', 'dan', 'eve', 'finn', 'gus', 'constructor'] as const;
export type Uid = (typeof uids)[number];
/** Who writes most, and to whom every second note belongs; to whom every second order belongs. */
export const author = 'ann';
export const buyer = 'ben';
/** What the generators write for nobody at all. */
export const nobody = 'nobody';

export const products = ['p0', 'p1', 'p2', 'p3', 'p4'] as const;
export const missingProduct = 'p9';
export const orders = ['o0', 'o1', 'o2', 'o3'] as const;
export const missingOrder = 'o9';
/** The first two are there more often than not, the others seldom. */
export const notes = ['n0', 'n1', 'n2', 'n3'] as const;

export const version = { lowest: 0, highest: 9 } as const;

export const longAgo = new Date('2026-01-02T03:04:05.000Z');
/** Ends of visits: a day off, so that no run is long enough to meet them. */
const day = 86_400_000;
export const now = Date.now();
export const soon = new Date(now + day);
export const past = new Date(now - day);

/** Sensible keys of custom roles, names that are taken, and names that are a trap for a map. */
export const roleKeys = ['packer', 'clerk', 'books', 'owner', 'viewer', 'customer', 'support', 'constructor'] as const;
/** Permissions that something in the rules asks for, each with a right mix of neighbours in a list. */
export const asked: readonly Permission[] = [
  'profile:read',
  'tenant:read',
  'member:read',
  'member:manage',
  'billing:read',
  'product:read',
  'product:read-published',
  'product:write',
  'order:read',
  'order:read-own',
  'order:note',
  'usage:read',
  'audit:read',
];
/** Permissions that resemble those and open nothing that the database gives. */
export const besides = [
  'tenant:update',
  'order:manage',
  'order:place',
  'billing:manage',
  'order:*',
  'read',
  '',
] as const;
