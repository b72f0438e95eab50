import * as z from 'zod';
import type { StripeDouble } from '../double.ts';
import { noFaults } from '../webhooks/faults.ts';

export type Reply = { readonly status: number; readonly body?: unknown };

const clock = z.strictObject({ now: z.int().optional(), advance: z.int().min(0).optional() });
const faults = z.strictObject({
  hold: z.boolean().optional(),
  drop: z.boolean().optional(),
  duplicate: z.int().min(0).max(100).optional(),
  delaySeconds: z.int().min(0).optional(),
  reorder: z.enum(['none', 'reverse', 'shuffle']).optional(),
  types: z.array(z.string()).optional(),
});
const apiFault = z.strictObject({
  times: z.int().min(1).default(1),
  answer: z.union([z.literal(429), z.literal(500), z.literal(503), z.literal('no-answer')]),
  isDone: z.boolean().default(false),
  path: z.string().default(''),
  method: z.string().optional(),
});
const deliveries = z.strictObject({ ids: z.array(z.string()).max(10_000) });

type Act = (double: StripeDouble, body: unknown) => unknown;

/** What tests do to the double from outside: `<METHOD> /_double/<word>`. */
const acts: Readonly<Record<string, Act>> = {
  'GET clock': (double) => ({ now: double.clock.now() }),
  'POST clock': async (double, body) => {
    const { now, advance } = clock.parse(body);
    double.clock.moveTo(now ?? double.clock.now() + (advance ?? 0));
    await double.webhooks.pump();
    return { now: double.clock.now() };
  },
  'GET requests': (double) => double.requests(),
  'GET events': (double) => double.events(),
  'GET deliveries': (double) => double.webhooks.all(),
  // Delivers these now, in this order; without a body, everything that waits.
  'POST deliveries': async (double, body) => {
    const ids = body === undefined ? double.webhooks.waiting().map(({ id }) => id) : deliveries.parse(body).ids;
    return { statuses: await double.webhooks.deliver(ids) };
  },
  'GET faults': (double) => double.webhooks.faults,
  'POST faults': async (double, body) => {
    const { types, ...given } = faults.parse(body);
    const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    double.webhooks.faults = { ...noFaults, ...set, ...(types ? { types } : {}) };
    await double.webhooks.pump();
    return double.webhooks.faults;
  },
  'POST api-faults': (double, body) => {
    const { method, ...fault } = apiFault.parse(body);
    double.faults.fail(method === undefined ? fault : { ...fault, method });
    return {};
  },
  'POST reset': (double) => {
    double.reset();
    double.webhooks.faults = noFaults;
    return {};
  },
  'GET state': (double) => double.save(),
  'PUT state': (double, body) => {
    // Its own words, from before.
    double.load(body as ReturnType<StripeDouble['save']>);
    return {};
  },
};

export async function control(double: StripeDouble, method: string, word: string, text: string): Promise<Reply> {
  const act = acts[`${method} ${word}`];
  if (!act) return { status: 404, body: { error: `There is ${Object.keys(acts).join(', ')}.` } };
  try {
    return { status: 200, body: await act(double, text === '' ? undefined : (JSON.parse(text) as unknown)) };
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof RangeError || error instanceof SyntaxError)
      return { status: 400, body: { error: error.message } };
    throw error;
  }
}
