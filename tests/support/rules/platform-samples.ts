import type { Fields } from './values.ts';
import type { Query } from './verbs.ts';

/** A document outside the tenants. `uid` is whose it is, where it is anybody's. */
export type PlatformSample = {
  readonly match: string;
  readonly path: (uid: string) => string;
  readonly fields: Fields;
  readonly query: (uid: string) => Query;
};

const then = new Date('2026-01-02T03:04:05Z');

function sample(match: string, path: (uid: string) => string): PlatformSample {
  return {
    match,
    path,
    fields: { at: then },
    query: (uid) => ({ collection: path(uid).slice(0, path(uid).lastIndexOf('/')) }),
  };
}

/** Every path outside the tenants. */
export const platformSamples = {
  user: {
    ...sample('/users/{uid}', (uid) => `users/${uid}`),
    // By its name: the one query that would pass for a get.
    query: (uid) => ({ collection: 'users', named: `users/${uid}` }),
  },
  membership: sample('/users/{uid}/memberships/{tenant}', (uid) => `users/${uid}/memberships/tenantActv`),
  userSystem: sample('/users/{uid}/system/{document}', (uid) => `users/${uid}/system/claims`),
  slug: sample('/slugs/{slug}', (uid) => `slugs/of-${uid}`),
  placement: sample('/placements/{tenant}', (uid) => `placements/of-${uid}`),
  operator: sample('/operators/{uid}', (uid) => `operators/${uid}`),
  stripeCustomer: sample('/stripeCustomers/{customer}', (uid) => `stripeCustomers/of-${uid}`),
  stripeEvent: sample('/stripeEvents/{event}', (uid) => `stripeEvents/of-${uid}`),
  mail: sample('/mail/{mail}', (uid) => `mail/of-${uid}`),
  rateLimit: sample('/rateLimits/{bucket}', (uid) => `rateLimits/of-${uid}`),
  job: sample('/jobs/{job}', (uid) => `jobs/of-${uid}`),
  platformStat: sample('/platformStats/{day}', (uid) => `platformStats/of-${uid}`),
  platformAudit: sample('/platformAudit/{entry}', (uid) => `platformAudit/of-${uid}`),
  unnamed: sample('/{path=**}', (uid) => `unnamed/of-${uid}`),
  belowUser: sample('/{path=**}', (uid) => `users/${uid}/unnamed/document`),
  belowSlug: sample('/{path=**}', (uid) => `slugs/of-${uid}/unnamed/document`),
  belowJob: sample('/{path=**}', (uid) => `jobs/of-${uid}/unnamed/document`),
} as const satisfies Record<string, PlatformSample>;

export type PlatformKey = keyof typeof platformSamples;
