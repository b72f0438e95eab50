import { products } from './catalogue/doctor/products.ts';
import { access } from './doctor/business/access.ts';
import { addresses } from './doctor/business/addresses.ts';
import { audit } from './doctor/business/audit.ts';
import { billing } from './doctor/business/billing.ts';
import { counters } from './doctor/business/counters.ts';
import { memberships } from './doctor/business/memberships.ts';
import { usage } from './doctor/business/usage.ts';
import { claims } from './doctor/platform/claims.ts';
import { placed } from './doctor/platform/placed.ts';
import { namesBusinesses } from './doctor/platform/registers.ts';
import { type Checks, examine, type Examination } from './doctor/examine.ts';
import { orders } from './orders/doctor/orders.ts';

/** What the doctor looks at, across businesses and in each, in the order of its table. */
export const dataChecks = {
  platform: {
    claims,
    placements: placed,
    slugs: namesBusinesses('slugs'),
    customers: namesBusinesses('stripeCustomers'),
    events: namesBusinesses('stripeEvents'),
    mail: namesBusinesses('mail'),
  },
  business: { addresses, access, memberships, counters, billing, usage, products, orders, audit },
} as const satisfies Checks;

/**
 * Checks the invariants that can be read off the data at rest, of every business or of one, and writes nothing. Answers what was looked
 * at, by check. Throws a sentence when there is no such business.
 */
export function examineData(examination: Examination) {
  return examine(dataChecks, examination);
}
