import type Stripe from 'stripe';
import { Account, type AccountOptions } from './account/account.ts';
import { dueAt, moveClock, runDue, testClocksDue } from './account/clock.ts';
import { restore, save, type SavedDouble } from './account/saved.ts';
import { completeSession } from './checkout/complete.ts';
import type { BillingSettings } from './account/settings.ts';
import { answer, type Api, type Request as Asked } from './request/handle.ts';
import { Idempotency, type Answer } from './request/idempotency.ts';
import { ApiFaults } from './request/api-faults.ts';
import { showPage } from './pages/pages.ts';
import { includable, routes } from './routes.ts';
import type { WebhookOptions } from './webhooks/delivery.ts';
import { Webhooks } from './webhooks/webhooks.ts';

export type DoubleOptions = {
  /** The real time, in milliseconds; the double's clock is ahead of it by what it was moved. */
  readonly now?: () => number;
  readonly webhook: WebhookOptions;
  /** The only key let in; any `sk_test_…` without it. */
  readonly apiKey?: string;
  /** Other seeds make other ids. */
  readonly seed?: number;
  readonly billing?: Partial<BillingSettings>;
  /** Where checkout and portal pages are served. */
  readonly pagesUrl?: string;
};

export type StripeDouble = {
  readonly account: Account;
  readonly webhooks: Webhooks;
  readonly faults: ApiFaults;
  readonly handle: (request: Asked) => Promise<Answer>;
  /** Does what has fallen due since; every request does so first. */
  readonly tick: () => void;
  /** For `Stripe.createFetchHttpClient`: the SDK talks to the double without a network. */
  readonly fetch: typeof fetch;
  readonly clock: {
    /** Seconds. */
    readonly now: () => number;
    /** Does everything that falls due on the way, in order. Throws a RangeError for a time that is past. */
    readonly moveTo: (seconds: number) => void;
    readonly advance: (seconds: number) => void;
  };
  /** Presses the button of the checkout page, its bank's question answered. Throws Stripe's error for a card that is declined. */
  readonly completeCheckout: (session: string, card: string) => void;
  /** The latest requests of the API, oldest first: `POST /v1/customers`. */
  readonly requests: () => readonly string[];
  /** Oldest first. */
  readonly events: () => readonly Stripe.EventBase[];
  readonly save: () => SavedDouble;
  readonly load: (saved: SavedDouble) => void;
  /** As it was when it was made, its clock included. */
  readonly reset: () => void;
};

/** Requests that are remembered. */
const rememberedAtMost = 5_000;

/** A Stripe account in memory that answers what Stripe's API would. Does nothing by itself: no timer, no network. */
export function createStripeDouble(options: DoubleOptions): StripeDouble {
  const { now = Date.now, seed, billing, pagesUrl = 'http://127.0.0.1' } = options;
  const accountOptions: AccountOptions = {
    now,
    due: dueAt,
    pagesUrl,
    onEvent: (event) => webhooks.take(event),
    ...(seed === undefined ? {} : { seed }),
    ...(billing ? { billing } : {}),
  };
  const account = new Account(accountOptions);
  const webhooks = new Webhooks(
    options.webhook,
    () => account.present(),
    ({ id }) => account.delivered(id),
  );
  const idempotency = new Idempotency();
  const api: Api = { account, routes, includable, idempotency, apiKey: options.apiKey };
  const faults = new ApiFaults();

  const moveTo = (seconds: number): void => moveClock(account, seconds);
  const tick = (): void => {
    runDue(account, null, account.present());
    testClocksDue(account);
  };
  const requests: string[] = [];
  const handle = async (request: Asked): Promise<Answer> => {
    tick();
    if (!request.path.startsWith('/v')) return showPage(account, request.method, request.path, request.body);
    if (requests.push(`${request.method} ${request.path}`) > rememberedAtMost) requests.shift();
    if (faults.latency) await idempotency.during(request.headers['idempotency-key'], faults.latency);
    return faults.around(request, () => answer(api, request));
  };
  const load = (saved: SavedDouble): void => restore(saved, account, webhooks, idempotency);
  const empty = save(account, webhooks, idempotency);
  return {
    account,
    webhooks,
    faults,
    handle,
    tick,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const { status, headers, body } = await handle({
        method: request.method,
        path: pathname + search,
        headers: Object.fromEntries(request.headers),
        body: await request.text(),
      });
      return new Response(body, { status, headers });
    },
    clock: { now: () => account.present(), moveTo, advance: (seconds) => moveTo(account.present() + seconds) },
    completeCheckout: (session, card) => {
      tick();
      completeSession(account, session, card, true);
    },
    requests: () => [...requests],
    events: () => [...account.store.table('event').values()],
    save: () => save(account, webhooks, idempotency),
    load,
    reset: () => {
      faults.clear();
      load(empty);
    },
  };
}
