import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import type { Plan } from '@tenantry/model/plans';
import { Timestamp } from 'firebase-admin/firestore';
import { Stripe } from 'stripe';
import { database } from './database.ts';

/** The stack's Stripe, through the SDK that everybody uses. */
export function stackStripe(): Stripe {
  const { hostname, port } = new URL(process.env.STRIPE_API_BASE ?? '');
  return new Stripe(process.env.STRIPE_API_KEY ?? '', { host: hostname, port, protocol: 'http', telemetry: false });
}

/** What a business has that an operator put on a plan, before anything else about its billing happened. */
export function billingRecord(plan: Plan, customerId: string | null = null): Readonly<Record<string, unknown>> {
  return {
    customerId,
    fence: 0,
    overrides: { plan: { value: plan, until: null } },
    subscriptions: [],
    invoices: {},
    dunning: null,
    checkAt: null,
    syncedAt: null,
  };
}

/** Makes a customer at the stack's Stripe and registers it as a tenant's. Answers its id. */
export async function registeredCustomer(tenantId: string): Promise<string> {
  const { id } = await stackStripe().customers.create({ metadata: { tenantId } });
  await database().doc(paths.stripeCustomer(id)).set({ tenantId, createdAt: Timestamp.now() });
  return id;
}

/** The billing record of a tenant, as the server keeps it. */
export function billingPath(tenantId: string): string {
  return inTenant(tenantId, tenantPaths.billing());
}
