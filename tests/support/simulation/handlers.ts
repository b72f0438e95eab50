import { vi } from 'vitest';
import { Stripe } from 'stripe';
import type { StripeDouble } from '../stripe/double.ts';
import type { MemoryFirestore } from './memory-firestore.ts';
import type { TaskQueue } from './task-queue.ts';

/** What the handlers reach outside through, in the history that is played now. */
export type Outside = {
  readonly database: MemoryFirestore;
  readonly stripe: StripeDouble;
  readonly gate: () => Promise<void>;
  readonly queue: TaskQueue;
};

/** Something that is taken out of the handlers on purpose, to see that the simulation misses it. */
export type Weakness = 'fence' | 'dedupe' | 'announcement';

const functions = '../../../functions/src';

/**
 * Loads the functions' own handlers, as they are exported, upon whatever `outside` names at the time of each access. Only what
 * reaches out of the process takes another's place: database, Stripe's address, task queue, and the turns that work takes within
 * one instance, since instances are many.
 */
export async function loadHandlers(outside: () => Outside, weakness?: Weakness) {
  vi.resetModules();
  Object.assign(process.env, { AUDIT_KEY: 'audit', STRIPE_API_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: webhookSecret });
  vi.doMock(`${functions}/platform/data/firestore.ts`, () => ({
    firestore: () => outside().database,
    controlPlane: () => outside().database,
  }));
  vi.doMock(`${functions}/platform/data/turns.ts`, () => ({
    inTurn: <T>(_key: string, work: () => Promise<T>) => work(),
  }));
  vi.doMock(`${functions}/platform/pause.ts`, () => ({
    pause: () => outside().gate(),
    pauseUntil: () => outside().gate(),
  }));
  vi.doMock(`${functions}/platform/log.ts`, () => ({ log: silentLog }));
  vi.doMock(`${functions}/billing/stripe/stripe-client.ts`, () => {
    spareTraces();
    const client = new Stripe('sk_test_x', {
      httpClient: throughGate(outside),
      maxNetworkRetries: 0,
      telemetry: false,
    });
    return { stripe: () => Promise.resolve(client) };
  });
  vi.doMock(`${functions}/billing/sync/converge-together.ts`, async () => {
    const { convergeBilling } = await import('../../../functions/src/billing/sync/converge-billing.ts');
    return { convergeTogether: convergeBilling };
  });
  vi.doMock('firebase-admin/functions', () => ({
    getFunctions: () => ({
      taskQueue: (queue: string) => ({
        enqueue: (...task: [unknown, { id?: string }?]) => outside().queue.enqueue(queue, ...task),
      }),
    }),
  }));
  weaken(weakness);
  const [
    { stripeWebhook },
    { schedules },
    { syncSeats },
    { writeOverride },
    { ensureCustomer },
    team,
    contact,
    context,
  ] = await Promise.all([
    import('../../../functions/src/billing/stripe-webhook.ts'),
    import('../../../functions/src/schedules.ts'),
    import('../../../functions/src/billing/seats/sync-seats.ts'),
    import('../../../functions/src/operators/billing/write-override.ts'),
    import('../../../functions/src/billing/checkout/ensure-customer.ts'),
    loadTeam(),
    loadContact(),
    import('../../../functions/src/platform/tenant-context.ts'),
  ]);
  return { stripeWebhook, schedules, syncSeats, writeOverride, ensureCustomer, ...team, ...contact, ...context };
}

/** What a change of the team is made of, as `membership-changes.ts` puts it together. */
async function loadTeam() {
  const [{ workInTenant }, { tenantDocuments }, seats, { announceSeats }] = await Promise.all([
    import('../../../functions/src/platform/operations/tenant-work.ts'),
    import('../../../functions/src/platform/data/documents.ts'),
    import('../../../functions/src/members/membership/seats.ts'),
    import('../../../functions/src/billing/seats/announce-seats.ts'),
  ]);
  return { workInTenant, tenantDocuments, announceSeats, ...seats };
}

/** What opening Stripe's pages is made of. */
async function loadContact() {
  const [{ customerAtStripe }, { tellContact }] = await Promise.all([
    import('../../../functions/src/billing/stripe/customer-at-stripe.ts'),
    import('../../../functions/src/billing/contact/tell-contact.ts'),
  ]);
  return { customerAtStripe, tellContact };
}

export type Handlers = Awaited<ReturnType<typeof loadHandlers>>;

export const webhookSecret = 'whsec_simulation';

/** The handlers without one of the things that make them converge. */
function weaken(weakness: Weakness | undefined): void {
  vi.doUnmock(`${functions}/billing/sync/billing-record.ts`);
  vi.doUnmock(`${functions}/billing/events/inbox.ts`);
  vi.doUnmock(`${functions}/billing/seats/announce-seats.ts`);
  if (weakness === 'fence') {
    vi.doMock(`${functions}/billing/sync/billing-record.ts`, async (original) => {
      const whole = await original<typeof import('../../../functions/src/billing/sync/billing-record.ts')>();
      return {
        readBillingRecord: async (...given: Parameters<typeof whole.readBillingRecord>) => ({
          ...(await whole.readBillingRecord(...given)),
          fence: 0,
        }),
      };
    });
  }
  if (weakness === 'announcement') {
    vi.doMock(`${functions}/billing/seats/announce-seats.ts`, () => ({ announceSeats: () => Promise.resolve() }));
  }
  if (weakness === 'dedupe') {
    vi.doMock(`${functions}/billing/events/inbox.ts`, async (original) => {
      const whole = await original<typeof import('../../../functions/src/billing/events/inbox.ts')>();
      return {
        ...whole,
        recordEvent: async (...given: Parameters<typeof whole.recordEvent>) => ({
          ...(await whole.recordEvent(...given)),
          status: 'recorded',
        }),
      };
    });
  }
}

/** What goes wrong in a killed or overtaken handler is no news here. */
const silentLog = new Proxy({}, { get: () => () => undefined });

type Calls = {
  _makeRequest: (
    this: Stripe.StripeResource,
    ...given: Parameters<Stripe.StripeResource['_makeRequest']>
  ) => Promise<unknown>;
};
const calls: Calls = Stripe.StripeResource.prototype;
const traced = calls._makeRequest;

/**
 * For each call the SDK spells out from where it was made, should it fail. Vitest looks every line of that up in the sources:
 * a seventh of the simulation's time, for what nobody reads.
 */
function spareTraces(): void {
  calls._makeRequest = function untraced(...given) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      return traced.apply(this, given);
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  };
}

/** The SDK talks to the stand-in in this process; each call waits at the gate first. */
function throughGate(outside: () => Outside): NonNullable<Stripe.StripeConfig['httpClient']> {
  return {
    getClientName: () => 'simulation',
    async makeRequest(_host, _port, path, method, headers, data) {
      const { gate, stripe } = outside();
      await gate();
      const plain = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
      const answer = await stripe.handle({
        method,
        path,
        headers: Object.fromEntries<string>(plain),
        body: data ?? '',
      });
      return {
        getStatusCode: () => answer.status,
        getHeaders: () =>
          Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value])),
        getRawResponse: () => answer,
        toStream: () => answer,
        toJSON: () => Promise.resolve(JSON.parse(answer.body) as unknown),
      };
    },
  };
}
