import type Stripe from 'stripe';
import { noSuch } from '../request/errors.ts';
import { previousOf } from './difference.ts';
import { Ids } from './ids.ts';
import { apiVersion, defaultBilling, type BillingSettings } from './settings.ts';
import { clockOf, wordFor } from './words.ts';
import { Schedule } from './schedule.ts';
import { prefixes, Store, type ObjectKind, type Objects } from './store.ts';

type Caller = { readonly id: string | null; readonly idempotency_key: string | null };
const nobody: Caller = { id: null, idempotency_key: null };

/** What remains to be done to an object by time alone: when, in seconds, if ever. */
export type Due = (account: Account, kind: ObjectKind, id: string) => number | undefined;

export type AccountOptions = {
  readonly seed?: number;
  /** The present before the clock was moved, in milliseconds. */
  readonly now: () => number;
  readonly billing?: Partial<BillingSettings>;
  readonly due: Due;
  readonly onEvent: (event: Stripe.EventBase) => void;
  /** Where the pages to click through are. */
  readonly pagesUrl: string;
};

/** One Stripe account: its objects, its clocks and the events of what happens in it. */
export class Account {
  readonly store = new Store();
  readonly ids: Ids;
  readonly billing: BillingSettings;
  readonly pagesUrl: string;
  readonly schedules = new Map<string | null, Schedule>([[null, new Schedule()]]);
  /** What no answer of Stripe's shows: by the id that it is about. */
  readonly notes = new Map<string, unknown>();
  /** Seconds that the account's clock is ahead of the real one. */
  offset = 0;
  /** The time of what is being done, while something due in the past is. */
  moment: number | undefined;
  caller: Caller = nobody;
  readonly #options: AccountOptions;

  constructor(options: AccountOptions) {
    this.#options = options;
    this.ids = new Ids(options.seed);
    this.billing = { ...defaultBilling, ...options.billing };
    this.pagesUrl = options.pagesUrl;
  }

  /** The present in seconds, for the account or for what follows one of its test clocks. */
  now(testClock: string | null = null): number {
    if (this.moment !== undefined) return this.moment;
    const clock = testClock === null ? undefined : this.store.table('test_helpers.test_clock').get(testClock);
    return clock?.frozen_time ?? this.present();
  }

  present(): number {
    return Math.floor(this.#options.now() / 1000) + this.offset;
  }

  newId(kind: ObjectKind): string {
    return this.ids.next(prefixes[kind]);
  }

  /** Throws Stripe's 404, or a 400 where the id is another parameter's. */
  get<K extends ObjectKind>(kind: K, id: string, param?: string): Objects[K] {
    const found = this.store.table(kind).get(id);
    if (found) return found;
    throw noSuch(wordFor[kind] ?? kind, id, param, param === undefined ? 404 : 400);
  }

  /** Adds an object or puts its next state in place of it, without an event. */
  put<K extends ObjectKind>(kind: K, object: Objects[K]): Objects[K] {
    this.store.table(kind).set(object.id, object);
    this.reschedule(kind, object.id, clockOf(object));
    return object;
  }

  add<K extends ObjectKind>(kind: K, object: Objects[K], type?: Stripe.Event.Type): Objects[K] {
    this.put(kind, object);
    if (type) this.emit(type, object);
    return object;
  }

  /** Changes an object and says so by an event, unless nothing changed. */
  change<K extends ObjectKind>(
    kind: K,
    id: string,
    changes: Partial<Objects[K]>,
    type?: Stripe.Event.Type,
  ): Objects[K] {
    const before = this.get(kind, id);
    const after = { ...before, ...changes };
    const previous = previousOf(before, after);
    if (!previous) return before;
    this.put(kind, after);
    if (type) this.emit(type, after, type.endsWith('.updated') ? previous : undefined);
    return after;
  }

  remove(kind: ObjectKind, id: string): void {
    this.store.table(kind).delete(id);
    this.store.deleted.set(id, kind);
    for (const schedule of this.schedules.values()) schedule.set(`${kind}/${id}`, undefined);
  }

  emit(type: Stripe.Event.Type, object: { readonly id?: string }, previous?: Record<string, unknown>): void {
    const event: Stripe.EventBase = {
      id: this.newId('event'),
      object: 'event',
      api_version: apiVersion,
      created: this.now(clockOf(object)),
      data: { object, ...(previous ? { previous_attributes: previous } : {}) },
      livemode: false,
      pending_webhooks: 1,
      request: this.caller,
      type,
    };
    this.store.table('event').set(event.id, event);
    this.#options.onEvent(event);
  }

  /** An event that every endpoint has taken. */
  delivered(id: string): void {
    const event = this.store.table('event').get(id);
    if (event) this.store.table('event').set(id, { ...event, pending_webhooks: 0 });
  }

  /** Does something as nobody's request, as Stripe does by itself. */
  byItself(at: number, act: () => void): void {
    const [caller, moment] = [this.caller, this.moment];
    this.caller = nobody;
    this.moment = at;
    try {
      act();
    } finally {
      this.caller = caller;
      this.moment = moment;
    }
  }

  reschedule(kind: ObjectKind, id: string, testClock: string | null): void {
    this.scheduleOf(testClock).set(`${kind}/${id}`, this.#options.due(this, kind, id));
  }

  scheduleOf(testClock: string | null): Schedule {
    const found = this.schedules.get(testClock) ?? new Schedule();
    this.schedules.set(testClock, found);
    return found;
  }
}
