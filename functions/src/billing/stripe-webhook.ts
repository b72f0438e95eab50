import { onRequest, type Request } from 'firebase-functions/v2/https';
import type { Response } from 'express';
import type Stripe from 'stripe';
import { randomUUID } from 'node:crypto';
import { region, stripeWebhookSecret, webhookSecrets } from '../platform/environment.ts';
import { log } from '../platform/log.ts';
import { inPlatformContext } from '../platform/tenant-context.ts';
import { customerOf } from './events/customer-of.ts';
import { type EventOutcome, handleEvent } from './events/handle-event.ts';
import { stripe } from './stripe/stripe-client.ts';
import { fromSeconds } from './stripe/from-seconds.ts';

/**
 * Where Stripe tells what happened. Verifies the signature on the raw body before anything else (400 when it is missing, stale or
 * wrong), answers 200 for what was carried out, repeated, or of no customer of ours, and 500 for what failed, so that
 * Stripe sends it again.
 */
export const stripeWebhook = onRequest(
  { region, invoker: 'public', secrets: webhookSecrets, timeoutSeconds: 60, memory: '512MiB', concurrency: 80 },
  (request, response) => inPlatformContext(randomUUID(), () => answer(request, response)),
);

async function answer(request: Request, response: Response): Promise<void> {
  response.set('Cache-Control', 'no-store');
  if (request.method !== 'POST') {
    response.set('Allow', 'POST').status(405).json({ error: 'Events are posted.' });
    return;
  }
  try {
    const event = await verifiedEvent(request);
    if (!event) {
      response.status(400).json({ error: 'The signature is missing, too old or wrong.' });
      return;
    }
    response.json({ received: true, outcome: await take(event) });
  } catch (fault) {
    log.webhookFailed(fault);
    response.status(500).json({ error: 'This could not be carried out now. Send it again.' });
  }
}

function take(event: Stripe.Event): Promise<EventOutcome> {
  const { id, type, created } = event;
  return handleEvent({ id, type, createdAt: fromSeconds(created), customerId: customerOf(event) }, new Date());
}

/** The event of a request that Stripe signed not long ago, or `undefined`. */
async function verifiedEvent({ rawBody, headers }: Request): Promise<Stripe.Event | undefined> {
  const signature = headers['stripe-signature'];
  if (typeof signature !== 'string') return undefined;
  const { webhooks } = await stripe();
  try {
    return await webhooks.constructEventAsync(rawBody, signature, stripeWebhookSecret.value());
  } catch (fault) {
    // A wrong secret of our own refuses everything: whoever looks for the reason finds it here.
    log.webhookRefused(fault);
    return undefined;
  }
}
