import { valuesOf, type FieldTable } from './fields.ts';
import { platformDocuments as documents } from './platform-documents.ts';
import type { Fields } from '../values.ts';
import type { Query } from '../operations.ts';

/** A document outside the tenants. `uid` is whose it is, where it is anybody's. */
export type PlatformSample = {
  readonly match: string;
  readonly document: FieldTable;
  readonly path: (uid: string) => string;
  readonly fields: Fields;
  readonly query: (uid: string) => Query;
};

function sample(match: string, path: (uid: string) => string, document: FieldTable = documents.other): PlatformSample {
  return {
    match,
    document,
    path,
    fields: valuesOf(document),
    query: (uid) => ({ collection: path(uid).slice(0, path(uid).lastIndexOf('/')) }),
  };
}

/** Every path outside the tenants. */
export const platformSamples = {
  user: {
    ...sample('/users/{uid}', (uid) => `users/${uid}`, documents.user),
    // By its name: the one query that would pass for a get.
    query: (uid) => ({ collection: 'users', named: `users/${uid}` }),
  },
  membership: sample(
    '/users/{uid}/memberships/{tenant}',
    (uid) => `users/${uid}/memberships/tenantActv`,
    documents.membership,
  ),
  userSystem: sample('/users/{uid}/system/{document}', (uid) => `users/${uid}/system/claims`),
  slug: sample('/slugs/{slug}', (uid) => `slugs/of-${uid}`, documents.slug),
  placement: sample('/placements/{tenant}', (uid) => `placements/of-${uid}`, documents.placement),
  operator: sample('/operators/{uid}', (uid) => `operators/${uid}`, documents.operator),
  stripeCustomer: sample('/stripeCustomers/{customer}', (uid) => `stripeCustomers/of-${uid}`),
  stripeEvent: sample('/stripeEvents/{event}', (uid) => `stripeEvents/of-${uid}`),
  mail: sample('/mail/{mail}', (uid) => `mail/of-${uid}`),
  rateLimit: sample('/rateLimits/{bucket}', (uid) => `rateLimits/of-${uid}`),
  job: sample('/jobs/{job}', (uid) => `jobs/of-${uid}`),
  platformStat: sample('/platformStats/{day}', (uid) => `platformStats/of-${uid}`),
  platformAudit: sample('/platformAudit/{entry}', (uid) => `platformAudit/of-${uid}`, documents.platformAudit),
  unnamed: sample('/{path=**}', (uid) => `unnamed/of-${uid}`),
  belowUser: sample('/{path=**}', (uid) => `users/${uid}/unnamed/document`),
  belowSlug: sample('/{path=**}', (uid) => `slugs/of-${uid}/unnamed/document`),
  belowJob: sample('/{path=**}', (uid) => `jobs/of-${uid}/unnamed/document`),
} as const satisfies Record<string, PlatformSample>;

export type PlatformKey = keyof typeof platformSamples;
