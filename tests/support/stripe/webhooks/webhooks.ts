import type Stripe from 'stripe';
import { day } from '../account/settings.ts';
import { arranged, noFaults, type Faults } from './faults.ts';
import { signature } from './sign.ts';

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

/** As Stripe spreads its attempts, roughly: the documentation promises up to three days with exponential back-off. */
const stripesBackoff = [60, 300, 1800, 7200, 18_000, 36_000, 43_200];

/** The one endpoint of an account: what is on its way there, what arrived and what went wrong. */
export class Webhooks {
  faults: Faults = noFaults;
  readonly #deliveries = new Map<string, Delivery>();
  readonly #options: WebhookOptions;
  readonly #now: () => number;
  #count = 0;
  #pumping: Promise<void> | undefined;

  constructor(options: WebhookOptions, now: () => number) {
    this.#options = options;
    this.#now = now;
  }

  /** Sends an event on its way: not at all, late or twice where the switches say so. */
  take(event: Stripe.EventBase): void {
    const { drop, duplicate, delaySeconds, types } = this.faults;
    const isMeant = types === undefined || types.includes(event.type);
    const state = isMeant && drop ? 'dropped' : 'waiting';
    const dueAt = this.#now() + (isMeant ? delaySeconds : 0);
    for (let copy = 0; copy <= (isMeant ? duplicate : 0); copy += 1) {
      this.#count += 1;
      const id = `dlv_${this.#count}`;
      this.#deliveries.set(id, { id, event, state, attempts: 0, dueAt, until: dueAt + 3 * day, lastStatus: null });
    }
  }

  all(): readonly Delivery[] {
    return [...this.#deliveries.values()];
  }

  waiting(): readonly Delivery[] {
    return this.all().filter(({ state }) => state === 'waiting');
  }

  /** The signed call for an event, to be made by hand. */
  callFor(event: Stripe.EventBase): WebhookCall {
    const { url = '', secret, signedAt = () => Math.floor(Date.now() / 1000) } = this.#options;
    const body = JSON.stringify(event);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'stripe-signature': signature(body, secret, signedAt()),
    };
    return { url, headers, body };
  }

  /** Delivers everything that is due and answers when it was; nothing while events are held. */
  async pump(): Promise<void> {
    if (this.#pumping) return this.#pumping;
    this.#pumping = this.#deliverDue();
    try {
      await this.#pumping;
    } finally {
      this.#pumping = undefined;
    }
  }

  async #deliverDue(): Promise<void> {
    if (!this.#options.send || this.faults.hold) return;
    for (;;) {
      const due = arranged(
        this.waiting().filter(({ dueAt }) => dueAt <= this.#now()),
        this.faults,
      );
      if (due.length === 0) return;
      const queue = due.values();
      const worker = async (): Promise<void> => {
        for (const { id } of queue) await this.attempt(id);
      };
      await Promise.all(Array.from({ length: this.#options.concurrency ?? 1 }, worker));
    }
  }

  /** Delivers these now, in this order, whatever the switches say; one may be named twice. Answers their statuses. */
  async deliver(ids: readonly string[]): Promise<readonly (number | null)[]> {
    const statuses: (number | null)[] = [];
    for (const id of ids) statuses.push(await this.attempt(id));
    return statuses;
  }

  /** One attempt. Answers the status, or null when there was no answer. */
  async attempt(id: string): Promise<number | null> {
    const delivery = this.#deliveries.get(id);
    const { send } = this.#options;
    if (!delivery || !send) throw new RangeError(`Nothing to deliver as ${id}.`);
    const status = await send(this.callFor(delivery.event)).catch(() => null);
    const attempts = delivery.attempts + 1;
    const isTaken = status !== null && status >= 200 && status < 300;
    const { backoff = stripesBackoff } = this.#options;
    const dueAt = this.#now() + (backoff[Math.min(attempts, backoff.length) - 1] ?? 60);
    const failed = dueAt > delivery.until ? 'given-up' : 'waiting';
    this.#deliveries.set(id, {
      ...delivery,
      attempts,
      lastStatus: status,
      dueAt,
      state: isTaken ? 'delivered' : failed,
    });
    return status;
  }

  /** When the next attempt is due, on the account's clock. */
  nextAt(): number | undefined {
    const times = this.faults.hold ? [] : this.waiting().map(({ dueAt }) => dueAt);
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  save(): readonly Delivery[] {
    return this.waiting();
  }

  load(saved: readonly Delivery[]): void {
    this.#deliveries.clear();
    this.#count = Math.max(0, ...saved.map(({ id }) => Number(id.slice(4))));
    for (const delivery of saved) this.#deliveries.set(delivery.id, delivery);
  }
}
