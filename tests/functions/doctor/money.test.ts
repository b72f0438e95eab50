import { monthOf } from '@tenantry/model/billing/usage-month';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { randomUUID } from 'node:crypto';
import { type DocumentData, Timestamp } from 'firebase-admin/firestore';
import { vi } from 'vitest';
import { inTenantContext } from '../../../functions/src/platform/tenant-context.ts';
import { reportTenant } from '../../../functions/src/usage/report/report-tenant.ts';
import { readMeters } from '../../../functions/src/usage/report/stripe-meters.ts';
import { rollUpTenant } from '../../../functions/src/usage/roll-up/roll-up-tenant.ts';
import { askStripe } from '../../support/billing/stack-stripe.ts';
import { newSubscriber } from '../../support/billing/subscriber.ts';
import { database } from '../../support/database.ts';
import type { Shop } from '../../support/shop.ts';
import { testFaults } from './patient.ts';

/** A business that pays for a plan, and whose usage is partly reported, partly rolled up and partly neither. */
async function payingShop(): Promise<Shop> {
  const shop = await newSubscriber();
  const customer = await shop.customerId();
  // What Stripe still had to tell would set right what a test makes wrong.
  const untold = async () => {
    const deliveries = (await askStripe('deliveries')) as readonly { readonly state: string }[];
    return deliveries.filter((each) => each.state === 'waiting' && JSON.stringify(each).includes(customer));
  };
  await vi.waitUntil(async () => (await untold()).length === 0, { timeout: 20_000 });
  const work = <T>(run: () => Promise<T>) => inTenantContext(shop.tenantId, randomUUID(), run);
  const product = await shop.product();
  await work(() => rollUpTenant(new Date()));
  await work(() => reportTenant(readMeters));
  await shop.owner.call('placeOrder', shop.order([product, 1]));
  await work(() => rollUpTenant(new Date()));
  await shop.owner.call('placeOrder', shop.order([product, 1]));
  return shop;
}

const itself = () => '';
const access = () => 'system/access';
const subscription = () => tenantPaths.subscription();
const record = () => tenantPaths.billing();
const register = ({ tenantId }: Shop) => `/${paths.placement(tenantId)}`;
const month = () => tenantPaths.usage(monthOf(new Date()));
const progress = () => tenantPaths.usageRecord();
const inside = (document: DocumentData, field: string) => document[field] as Readonly<Record<string, unknown>>;

async function someAct({ tenantId }: Shop): Promise<string> {
  const { docs } = await database().collection(inTenant(tenantId, tenantPaths.usageEvents())).get();
  return tenantPaths.usageEvent(docs.find(({ id }) => id.startsWith('products-'))?.id ?? '');
}

testFaults(
  'what is paid for and used',
  ['billing', 'usage'],
  [
    [
      'a plan that nobody pays for',
      itself,
      (doc) => ({ ...doc, plan: 'business' }),
      /plan of the tenant’s own document is business and should be pro/,
    ],
    [
      'limits of another plan',
      itself,
      (doc) => ({ ...doc, limits: { ...inside(doc, 'limits'), seats: 99 } }),
      /limits of the tenant’s own document is {"seats":99} and should be {"seats":25}/,
    ],
    [
      'a feature that was not bought',
      access,
      (doc) => ({ ...doc, features: ['custom-roles'] }),
      /features of system\/access is \["custom-roles"\]/,
    ],
    [
      'a hold without a debt',
      access,
      (doc) => ({ ...doc, holds: { ...inside(doc, 'holds'), billing: 'readonly' }, status: 'readonly' }),
      /billing hold of system\/access is readonly and should be active/,
    ],
    [
      'a subscription that is shown as it is not',
      subscription,
      (doc) => ({ ...doc, seats: 12 }),
      /billing\/subscription is {"seats":12} and should be {"seats":1}/,
    ],
    ['a subscription that is not shown', subscription, () => undefined, /billing\/subscription is absent/],
    [
      'an override that nobody carried out',
      record,
      (doc) => ({ ...doc, overrides: { plan: { value: 'business', until: null } } }),
      /plan of the tenant’s own document is pro and should be business/,
    ],
    [
      'a customer of nobody’s',
      record,
      (doc) => ({ ...doc, customerId: 'cus_unknown' }),
      /tenant of stripeCustomers\/cus_unknown is absent/,
    ],
    [
      'an invoice that is gone',
      record,
      (doc) => ({ ...doc, invoices: { ...inside(doc, 'invoices'), in_lost: 'x' } }),
      /invoices\/in_lost is absent/,
    ],
    [
      'a moment that the register does not know',
      register,
      (doc) => ({ ...doc, billingCheckAt: Timestamp.fromMillis(0) }),
      /moment in the register .* is 1970-01-01T00:00:00.000Z and should be never/,
    ],
    [
      'an act that is gone',
      someAct,
      () => undefined,
      /products in the ledger, beside system\/counters, is 0 and should be 1/,
    ],
    [
      'an act that is counted twice',
      someAct,
      (doc) => ({ ...doc, quantity: 2 }),
      /products of usage\/\S+ is 1 and should be 2/,
    ],
    [
      'a month that lacks what was rolled up',
      month,
      (doc) => ({ ...doc, totals: { ...inside(doc, 'totals'), orders: 0 } }),
      /orders of usage\/\S+ is 0 and should be 1/,
    ],
    ['a month that is gone', month, () => undefined, /seats of usage\/\S+ on \d\d is 0 and should be 1/],
    [
      'a sum that was reported and not rolled up',
      progress,
      (doc) => ({ ...doc, reported: { ...inside(doc, 'reported'), seats: 2 } }),
      /seats of what waits, is on its way and was reported is 2 and should be 1/,
    ],
    [
      'a sum that waits no more and went nowhere',
      progress,
      (doc) => ({ ...doc, waiting: {} }),
      /orders of what waits, is on its way and was reported is 0 and should be 1/,
    ],
  ],
  payingShop,
);
