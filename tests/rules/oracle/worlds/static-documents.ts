import type { Fields } from '../../../support/rules/values.ts';
import { tenants, longAgo, uids } from './vocabulary.ts';

/** Documents that are the same in every world: only where they lie decides about them. */
const here: Fields = { at: longAgo, uid: 'ann' };

export const fixedBelowTenant = [
  '',
  '/public/profile',
  '/public/other',
  '/system/counters',
  '/system/billing',
  '/idempotency/hash',
  '/members/ann',
  '/members/ben',
  '/members/ann/below/document',
  '/invites/invite',
  '/products/p0/below/document',
  '/orders/o0/notes/n0/below/document',
  '/billing/subscription',
  '/billing/other',
  '/invoices/invoice',
  '/usageEvents/event',
  '/usage/2026-01',
  '/stats/2026-01-02',
  '/audit/entry',
  '/unnamed/document',
] as const;

export const fixedOfPerson = ['', '/memberships/alpha00001', '/system/claims', '/unnamed/document'] as const;

export const fixedElsewhere = [
  'slugs/alpha',
  'slugs/alpha/below/document',
  'placements/alpha00001',
  'operators/somebody',
  'stripeCustomers/customer',
  'stripeEvents/event',
  'mail/mail',
  'rateLimits/bucket',
  'jobs/job',
  'jobs/job/below/document',
  'platformStats/2026-01-02',
  'platformAudit/entry',
  'unnamed/document',
] as const;

/** People without a document about them: what they would be given of themselves is nothing. */
const undescribed: readonly string[] = ['gus'];

export const staticDocuments: ReadonlyMap<string, Fields> = new Map(
  [
    ...tenants.flatMap((id) => fixedBelowTenant.map((path) => `tenants/${id}${path}`)),
    ...uids
      .filter((uid) => !undescribed.includes(uid))
      .flatMap((uid) => fixedOfPerson.map((path) => `users/${uid}${path}`)),
    ...fixedElsewhere,
  ].map((path) => [path, here]),
);
