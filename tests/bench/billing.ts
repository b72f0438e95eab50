import { inTenant, tenantPaths } from '@tenantry/model/paths';
import {
  billingPath,
  billingRecord,
  postEvent,
  registeredCustomer,
  stackStripe,
  tellStripe,
} from '../support/billing/stack-stripe.ts';
import { database } from '../support/database.ts';
import { newTenant } from '../support/people.ts';
import { emptyCall, median, timed } from './measure.ts';
import { type PeopleRow, row } from './people-row.ts';

const businesses = 50;
const rounds = 20;
/** Not counted: what is asked for the first times is not compiled yet, and two processes are. */
const roundsBefore = 5;
/** As many at a time as Stripe might send. */
const atOnce = 10;

/** What an event of Stripe's takes, from its signature to the business in step, beside what a transaction takes. */
export async function run(): Promise<PeopleRow[]> {
  await tellStripe('faults', { drop: true });
  const all = await Promise.all(Array.from({ length: businesses }, openBusiness));
  const token = all[0]?.token ?? '';
  const found = { apart: [] as number[], burst: [] as number[], transactions: [] as number[], empty: [] as number[] };
  for (let round = -roundsBefore; round < rounds; round += 1) {
    const seconds = {
      apart: await timed(() => inParallel(all, ({ customer }) => deliver(customer))),
      burst: await timed(() => inParallel(all, () => deliver(all[0]?.customer ?? ''))),
      transactions: await timed(() => inParallel(all, ({ tenantId }) => readAndWriteTwo(tenantId))),
      empty: await timed(() => inParallel(all, () => emptyCall(token))),
    };
    if (round < 0) continue;
    for (const [name, taken] of Object.entries(seconds)) found[name as keyof typeof found].push(taken);
  }
  const floor = median(found.transactions);
  return [
    row(
      `${businesses} events, one for each business`,
      median(found.apart),
      'as many transactions on two documents',
      floor,
    ),
    row(`${businesses} events of one business`, median(found.burst), 'as many transactions on two documents', floor),
    row(`${businesses} events, one for each business`, median(found.apart), 'as many empty calls', median(found.empty)),
  ];
}

type Business = { readonly tenantId: string; readonly customer: string; readonly token: string };

/** A business that pays, brought in step once. */
async function openBusiness(): Promise<Business> {
  const { tenantId, owner } = await newTenant();
  const customer = await registeredCustomer(tenantId);
  await database()
    .doc(billingPath(tenantId))
    .set({ ...billingRecord('free', customer), overrides: {} });
  const { data } = await stackStripe().prices.list({ lookup_keys: ['tenantry_pro_month'] });
  await stackStripe().subscriptions.create({ customer, items: [{ price: data[0]?.id ?? '' }], trial_period_days: 14 });
  await deliver(customer);
  return { tenantId, customer, token: owner.token };
}

async function deliver(customer: string): Promise<void> {
  const { status } = await postEvent('customer.updated', { object: 'customer', id: customer });
  if (status !== 200) throw new Error(`The webhook answered ${status}.`);
}

/** The floor: what any change of two documents takes that is judged by what they held. */
async function readAndWriteTwo(tenantId: string): Promise<void> {
  const [one, two] = [tenantPaths.counters(), tenantPaths.profile()].map((path) =>
    database().doc(inTenant(tenantId, path)),
  );
  if (!one || !two) return;
  await database().runTransaction(async (transaction) => {
    const [first, second] = await transaction.getAll(one, two);
    transaction.set(one, first?.data() ?? {});
    transaction.set(two, second?.data() ?? {});
  });
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
