import { vi } from 'vitest';
import { Stripe } from 'stripe';
import type { StripeDouble } from '../stripe/double.ts';
import type { MemoryFirestore } from './memory-firestore.ts';

/** What the handlers reach outside through, in the history that is played now. */
export type Outside = {
  readonly database: MemoryFirestore;
  readonly stripe: StripeDouble;
  readonly gate: () => Promise<void>;
};

/** Something that is taken out of the handlers on purpose, to see that the simulation misses it. */
export type Weakness = 'fence' | 'dedupe';

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
  vi.doMock(`${functions}/platform/pause.ts`, () => ({ pause: () => outside().gate() }));
  vi.doMock(`${functions}/platform/log.ts`, () => ({ log: silentLog }));
  vi.doMock(`${functions}/billing/stripe/stripe-client.ts`, () => {
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
    getFunctions: () => ({ taskQueue: () => ({ enqueue: () => outside().gate() }) }),
  }));
  weaken(weakness);
  const [{ stripeWebhook }, { schedules }, { convergeBilling }, { writeOverride }, context] = await Promise.all([
    import('../../../functions/src/billing/stripe-webhook.ts'),
    import('../../../functions/src/schedules.ts'),
    import('../../../functions/src/billing/sync/converge-billing.ts'),
    import('../../../functions/src/operators/billing/write-override.ts'),
    import('../../../functions/src/platform/tenant-context.ts'),
  ]);
  return { stripeWebhook, schedules, convergeBilling, writeOverride, ...context };
}

export type Handlers = Awaited<ReturnType<typeof loadHandlers>>;

export const webhookSecret = 'whsec_simulation';

/** The handlers without one of the things that make them converge. */
function weaken(weakness: Weakness | undefined): void {
  vi.doUnmock(`${functions}/billing/sync/billing-record.ts`);
  vi.doUnmock(`${functions}/billing/events/inbox.ts`);
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
