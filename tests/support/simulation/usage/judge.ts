import { addQuantities, type Meter, meterEventName, meters, type Quantities } from '@tenantry/model/billing/meters';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { usageOf } from '../../stripe/metering/usage.ts';
import type { MemoryFirestore } from '../memory-firestore.ts';
import { tenantId, type World } from '../world.ts';

type Event = { readonly meter: Meter; readonly quantity: number; readonly rolledUpAt: unknown };
type Month = { readonly totals: Quantities; readonly days: Readonly<Record<string, Quantities>> };
type Progress = {
  readonly customerId: string | null;
  readonly waiting: Partial<Readonly<Record<Meter, { readonly quantity: number }>>>;
  readonly open: readonly { readonly meter: Meter; readonly quantity: number }[];
  readonly reported: Quantities;
  readonly reportedBefore: Quantities;
};

const sum = (all: readonly Quantities[]): Quantities => all.reduce(addQuantities, {});
const below = (database: MemoryFirestore, collection: string): unknown[] => [
  ...database.below(`${inTenant(tenantId, collection)}/`).values(),
];

const eventsOf = (database: MemoryFirestore) => below(database, tenantPaths.usageEvents()) as readonly Event[];
const monthsOf = (database: MemoryFirestore) => below(database, tenantPaths.usages()) as readonly Month[];
const recordOf = (database: MemoryFirestore) =>
  database.read(inTenant(tenantId, tenantPaths.usageRecord())) as Progress | undefined;
const ledgerOf = (events: readonly Event[]) => sum(events.map(({ meter, quantity }) => ({ [meter]: quantity })));

/** What must hold after every commit: what was rolled up is in the months, by day too, and somewhere on its way to Stripe. */
export function usageFaultAfterCommit(database: MemoryFirestore): string | undefined {
  const rolledUp = ledgerOf(eventsOf(database).filter(({ rolledUpAt }) => rolledUpAt !== null));
  const months = monthsOf(database);
  const record = recordOf(database);
  const onItsWay = sum([
    ...Object.entries(record?.waiting ?? {}).map(([meter, { quantity }]) => ({ [meter]: quantity })),
    ...(record?.open ?? []).map(({ meter, quantity }) => ({ [meter]: quantity })),
    record?.reported ?? {},
    record?.reportedBefore ?? {},
  ]);
  const found = {
    months: sum(months.map(({ totals }) => totals)),
    days: sum(months.flatMap(({ days }) => Object.values(days))),
    onItsWay,
  };
  return Object.entries(found).flatMap(([what, is]) => differing(what, is, rolledUp))[0];
}

/** What is wrong at rest; nothing when the sum of what was done is the sum of ledger, roll-ups and reports, and Stripe's. */
export function usageFaultsAtRest(world: World, done: Quantities, customer: string | undefined): string[] {
  const { database, stripe } = world;
  const record = recordOf(database);
  const found = stripe.account.store.newestFirst('billing.meter');
  const atStripe = (meter: Meter): number => {
    const id = found.find(({ event_name }) => event_name === meterEventName(meter))?.id ?? '';
    return customer === undefined ? 0 : usageOf(stripe.account, id, customer, { start: 0, end: Infinity });
  };
  const counted = Object.fromEntries(meters.map((meter) => [meter, atStripe(meter)]));
  const reported = addQuantities(record?.reported ?? {}, record?.reportedBefore ?? {});
  return [
    ...differing('the ledger', ledgerOf(eventsOf(database)), done),
    ...differing('the roll-ups', sum(monthsOf(database).map(({ totals }) => totals)), done),
    ...(customer === undefined ? [] : differing('what was reported', reported, done)),
    ...differing('Stripe', counted, record?.customerId === customer ? (record?.reported ?? {}) : {}),
  ];
}

function differing(what: string, found: Quantities, expected: Quantities): string[] {
  const wrong = meters.filter((meter) => (found[meter] ?? 0) !== (expected[meter] ?? 0));
  return wrong.map((meter) => `${what}: ${found[meter] ?? 0} ${meter} and should be ${expected[meter] ?? 0}`);
}
