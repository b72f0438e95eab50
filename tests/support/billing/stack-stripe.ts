import { randomBytes } from 'node:crypto';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import type { Plan } from '@tenantry/model/plans';
import { Timestamp } from 'firebase-admin/firestore';
import type { Stripe } from 'stripe';
import { stripeAt } from '../../../scripts/stripe/stripe-at.ts';
import { database } from '../database.ts';
import { stack } from '../stack.ts';

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

/** Makes a customer at the stack's Stripe, on a clock of its own where one is named, and registers it as a tenant's. Answers its id. */
export async function registeredCustomer(tenantId: string, clock?: string): Promise<string> {
  const { id } = await stackStripe().customers.create({
    metadata: { tenantId },
    ...(clock === undefined ? {} : { test_clock: clock }),
  });
  await database().doc(paths.stripeCustomer(id)).set({ tenantId, createdAt: Timestamp.now() });
  return id;
}

/** The billing record of a tenant, as the server keeps it. */
export function billingPath(tenantId: string): string {
  return inTenant(tenantId, tenantPaths.billing());
}

/** Tells the stack's stand-in for Stripe how to behave: its switches are in its README. */
export async function tellStripe(word: string, body: object, method: 'POST' | 'PUT' = 'POST'): Promise<void> {
  await controlStripe(word, { method, body: JSON.stringify(body) });
}

/** Moves the stand-in's clock, forward only, to a moment in milliseconds; what falls due on the way is done and told. */
export function moveStripeTo(moment: number): Promise<void> {
  return tellStripe('clock', { now: Math.floor(moment / 1_000) });
}

/** Asks the stand-in what it knows, its clock for one. */
export function askStripe(word: string): Promise<unknown> {
  return controlStripe(word, {});
}

async function controlStripe(word: string, request: RequestInit): Promise<unknown> {
  const answer = await fetch(`${process.env.STRIPE_API_BASE ?? ''}/_double/${word}`, request);
  if (!answer.ok) throw new Error(`${word}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

let events = 0;

/** Posts an event to the deployed webhook, signed as Stripe would. */
export function postEvent(type: string, object: object): Promise<Response> {
  return postSigned(eventOf(type, object));
}

/** An event of its own id, with what it is about. */
export function eventOf(type: string, object: object) {
  events += 1;
  const created = Math.floor(Date.now() / 1_000);
  const id = `evt_${randomBytes(8).toString('hex')}x${events}`;
  return { id, object: 'event', type, created, livemode: false, data: { object } };
}

/** Posts what is to be an event; under the header that is told, or none (null), or a good one. */
export async function postSigned(event: object, header?: string | null): Promise<Response> {
  const payload = JSON.stringify(event);
  const signature = header === undefined ? await signatureOf(payload) : header;
  return fetch(`${stack.functions}/stripeWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(signature === null ? {} : { 'stripe-signature': signature }) },
    body: payload,
  });
}

/** The header that Stripe would send with a body; with another secret, or of another second, where told. */
export function signatureOf(
  payload: string,
  secret: string = process.env.STRIPE_WEBHOOK_SECRET ?? '',
  timestamp: number = Math.floor(Date.now() / 1_000),
): Promise<string> {
  return stackStripe().webhooks.generateTestHeaderStringAsync({ payload, secret, timestamp });
}
