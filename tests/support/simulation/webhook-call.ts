import type { Stripe } from 'stripe';
import type { Handlers } from './handlers.ts';
import type { World } from './world.ts';

export type WebhookAnswer = { readonly status: number; readonly body: { readonly outcome?: string } };

/** Calls the exported webhook with the signed request that Stripe would make. Answers status and body. */
export async function callWebhook(
  { stripe, gate }: World,
  { stripeWebhook }: Handlers,
  event: Stripe.EventBase,
): Promise<WebhookAnswer> {
  const { headers, body } = stripe.webhooks.callFor(event);
  await gate();
  return new Promise((resolve, reject) => {
    let status = 200;
    const response = {
      set: () => response,
      status(code: number) {
        status = code;
        return response;
      },
      json(answer: { outcome?: string }) {
        resolve({ status, body: answer });
        return response;
      },
      on: () => response,
      once: () => response,
    };
    const request = { method: 'POST', headers, rawBody: Buffer.from(body), body: JSON.parse(body) as unknown };
    const handler = stripeWebhook as unknown as (request: unknown, response: unknown) => Promise<void>;
    Promise.resolve(handler(request, response)).catch(reject);
  });
}
