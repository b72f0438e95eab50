import type Stripe from 'stripe';
import { day } from '../account/settings.ts';
import type { Delivery, WebhookCall, WebhookOptions } from './delivery.ts';
import { arranged, noFaults, type Faults } from './faults.ts';
import { signature } from './sign.ts';

/** As Stripe spreads its attempts, roughly: the documentation promises up to three days with exponential back-off. */
const stripesBackoff = [60, 300, 1800, 7200, 18_000, 36_000, 43_200];

/** Deliveries that are over are shown, but not for ever. */
const remembered = 2000;

/** The one endpoint of an account: what is on its way there, what arrived and what went wrong. */
export class Webhooks {
  faults: Faults = noFaults;
  readonly #waiting = new Map<string, Delivery>();
  readonly #options: WebhookOptions;
  readonly #now: () => number;
  readonly #onDelivered: (event: Stripe.EventBase) => void;
  /** The latest of those that are not on their way any more. */
  readonly #past: Delivery[] = [];
  #count = 0;
  #pumping: Promise<void> | undefined;

  constructor(
    options: WebhookOptions,
    now: () => number,
    onDelivered: (event: Stripe.EventBase) => void = () => undefined,
  ) {
    this.#options = options;
    this.#now = now;
    this.#onDelivered = onDelivered;
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
      this.#keep({ id, event, state, attempts: 0, dueAt, until: dueAt + 3 * day, lastStatus: null });
    }
  }

  #keep(delivery: Delivery): void {
    if (delivery.state === 'waiting') {
      this.#waiting.set(delivery.id, delivery);
      return;
    }
    this.#waiting.delete(delivery.id);
    this.#past.push(delivery);
    if (this.#past.length > remembered) this.#past.shift();
  }

  /** Those on their way after the latest of those that arrived, were given up or lost. */
  all(): readonly Delivery[] {
    return [...this.#past, ...this.#waiting.values()];
  }

  waiting(): readonly Delivery[] {
    return [...this.#waiting.values()];
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
    const delivery = this.#waiting.get(id) ?? this.#past.find((each) => each.id === id);
    const { send } = this.#options;
    if (!delivery || !send) throw new RangeError(`Nothing to deliver as ${id}.`);
    const status = await send(this.callFor(delivery.event)).catch(() => null);
    const attempts = delivery.attempts + 1;
    const isTaken = status !== null && status >= 200 && status < 300;
    const { backoff = stripesBackoff } = this.#options;
    const dueAt = this.#now() + (backoff[Math.min(attempts, backoff.length) - 1] ?? 60);
    const failed = dueAt > delivery.until ? 'given-up' : 'waiting';
    const isOnItsWay = this.#waiting.has(id);
    const next: Delivery = {
      ...delivery,
      attempts,
      lastStatus: status,
      dueAt,
      state: isTaken ? 'delivered' : failed,
    };
    // One that was delivered before, and is once more by hand, has no further way to go.
    if (isOnItsWay) this.#keep(next);
    if (isTaken) this.#onDelivered(delivery.event);
    return status;
  }

  save(): readonly Delivery[] {
    return this.waiting();
  }

  load(saved: readonly Delivery[]): void {
    this.#waiting.clear();
    this.#past.length = 0;
    this.#count = Math.max(0, ...saved.map(({ id }) => Number(id.slice(4))));
    for (const delivery of saved) this.#waiting.set(delivery.id, delivery);
  }
}
