import type Stripe from 'stripe';

/** A call of the endpoint, ready to be sent. */
export type WebhookCall = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type WebhookOptions = {
  readonly url?: string;
  readonly secret: string;
  /** Makes the call and answers its status. Throws when there is no answer. Without it events wait to be delivered by hand. */
  readonly send?: (call: WebhookCall) => Promise<number>;
  /** Seconds until each further attempt; the last one repeats, for three days. */
  readonly backoff?: readonly number[];
  /** Calls at the same time. */
  readonly concurrency?: number;
  /** What a signature says that the time is, in seconds: the real one unless told otherwise, since receivers compare it. */
  readonly signedAt?: () => number;
};

export type Delivery = {
  readonly id: string;
  readonly event: Stripe.EventBase;
  readonly state: 'waiting' | 'delivered' | 'dropped' | 'given-up';
  readonly attempts: number;
  /** On the account's clock, in seconds. */
  readonly dueAt: number;
  readonly until: number;
  readonly lastStatus: number | null;
};
