import type { tenantPaths } from './paths.ts';

/** How an export names itself, so that a reader knows what it reads. */
export const exportFormat = 'tenantry-export/1';

/** Ends an export: one that lacks it was cut off. */
export type ExportEnd = { readonly end: true; readonly documents: number };

/** A document of an export. Its path is relative to its business; moments are ISO times. */
export type ExportedDocument = { readonly path: string; readonly data: Readonly<Record<string, unknown>> };

/** The collections that a business takes away, in this order; `orders` come with their notes. */
export const exportedCollections = [
  'public',
  'members',
  'invites',
  'products',
  'orders',
  'billing',
  'invoices',
  'usage',
  'usageEvents',
  'stats',
  'audit',
] as const;
export type ExportedCollection = (typeof exportedCollections)[number];

/**
 * What becomes of each path when a business is exported: it is in the collection named, or withheld as the platform's own. A new path does
 * not compile until somebody has decided.
 */
export const exportOf = {
  self: 'itself',
  profile: 'public',
  access: 'withheld',
  billing: 'withheld',
  auditHead: 'withheld',
  counters: 'withheld',
  retiredRoles: 'withheld',
  usageRecord: 'withheld',
  idempotencyKeys: 'withheld',
  idempotency: 'withheld',
  members: 'members',
  member: 'members',
  invites: 'invites',
  invite: 'invites',
  products: 'products',
  product: 'products',
  orders: 'orders',
  order: 'orders',
  notes: 'orders',
  note: 'orders',
  subscription: 'billing',
  invoices: 'invoices',
  invoice: 'invoices',
  audits: 'audit',
  audit: 'audit',
  usageEvents: 'usageEvents',
  usageEvent: 'usageEvents',
  usages: 'usage',
  usage: 'usage',
  stats: 'stats',
} as const satisfies Record<keyof typeof tenantPaths, ExportedCollection | 'itself' | 'withheld'>;
