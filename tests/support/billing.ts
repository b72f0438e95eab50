import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import type { Plan } from '@tenantry/model/plans';
import { Timestamp } from 'firebase-admin/firestore';
import type { Stripe } from 'stripe';
import { stripeAt } from '../../scripts/stripe/stripe-at.ts';
import { database } from './database.ts';

/** The stack's Stripe, through the SDK that everybody uses. */
export function stackStripe(): Stripe {
  return stripeAt(process.env.STRIPE_API_KEY ?? '', process.env.STRIPE_API_BASE ?? '');
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

/** Tells the stack's stand-in for Stripe how to behave: its switches are in its README. */
export async function tellStripe(word: string, body: object): Promise<void> {
  const answer = await fetch(`${process.env.STRIPE_API_BASE ?? ''}/_double/${word}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${word}: ${answer.status} ${await answer.text()}`);
}
