import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { expectedOf, type Expected } from './expected.ts';
import type { MemoryFirestore } from './memory-firestore.ts';
import type { Played } from './play.ts';
import { tenantId, type World } from './world.ts';

type Fields = Readonly<Record<string, unknown>>;

const read = (database: MemoryFirestore, path: string): Fields => database.read(inTenant(tenantId, path)) ?? {};
const moment = (value: unknown): number | null =>
  (value as { toMillis(): number } | null | undefined)?.toMillis() ?? null;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What the database says that a business came to. */
function foundIn(database: MemoryFirestore): Expected & { readonly accessFeatures: unknown; readonly status: string } {
  const tenant = read(database, tenantPaths.self());
  const access = read(database, tenantPaths.access());
  const subscription = read(database, tenantPaths.subscription());
  return {
    plan: String(tenant.plan),
    features: tenant.features as readonly string[],
    accessFeatures: access.features,
    seatLimit: (tenant.limits as { seats: number | null }).seats,
    hold: (access.holds as { billing: Expected['hold'] }).billing,
    paidPlan: textOf(subscription.plan) ?? 'free',
    status: textOf(subscription.status) ?? 'none',
    pastDueSince: moment(subscription.pastDueSince),
  };
}

/** What is wrong at rest, in words; nothing when state = f(Stripe, overrides, clock). */
export function faultsAtRest({ database, stripe }: World, { customer, given, now, repeated }: Played): string[] {
  const expected = expectedOf(stripe, [customer], given, now);
  const { accessFeatures, ...found } = foundIn(database);
  const faults = [
    ...differing('state', found, expected),
    ...differing('access', accessFeatures, expected.features),
    ...(repeated.length > 0 ? [`carried out again: ${repeated.join(', ')}`] : []),
    ...seatFaults(database, stripe),
    ...invoiceFaults(database, stripe, customer),
    ...mailFaults(database),
    ...checkFaults(database, now),
    ...contactFaults(database, stripe),
  ];
  return faults;
}

/** Stripe's quantity is what the team counts, on the subscription that rules. */
function seatFaults(database: MemoryFirestore, stripe: World['stripe']): string[] {
  const { seats, status } = read(database, tenantPaths.subscription());
  if (status === undefined || status === 'none') return [];
  const used = Math.max(1, Number(read(database, tenantPaths.counters()).seatsUsed));
  const quantities = [...stripe.account.store.table('subscription').values()].map(
    ({ items }) => items.data[0]?.quantity,
  );
  return [
    ...differing('seats', seats, used),
    ...(quantities.includes(used) ? [] : [`no quantity of ${used} at Stripe`]),
  ];
}

/** Every invoice of the customer's that was finalized is there, as Stripe has it. */
function invoiceFaults(database: MemoryFirestore, stripe: World['stripe'], customer: string): string[] {
  const mirrored = database.below(`${inTenant(tenantId, 'invoices')}/`);
  return [...stripe.account.store.table('invoice').values()].flatMap((invoice) => {
    const { id, status, total, amount_paid } = invoice;
    if (status === 'draft' || status === null || invoice.customer !== customer) return [];
    const { status: shown, total: sum, amountPaid } = mirrored.get(inTenant(tenantId, tenantPaths.invoice(id))) ?? {};
    return differing(`invoice ${id}`, [shown, sum, amountPaid], [status, total, amount_paid]);
  });
}

/** Nobody is written to twice about one day of one debt. */
function mailFaults(database: MemoryFirestore): string[] {
  const all = [...database.below('mail/').values()].map(({ to, data }) => JSON.stringify([to, data]));
  return all.length === new Set(all).size ? [] : ['a mail was written twice'];
}

/** Stripe writes to an owner, or to nobody. */
function contactFaults(database: MemoryFirestore, stripe: World['stripe']): string[] {
  const { customerId } = read(database, tenantPaths.billing());
  const email = stripe.account.store.table('customer').get(String(customerId))?.email ?? null;
  const members = [...database.below(`${inTenant(tenantId, 'members')}/`).values()];
  const isOwners = members.some((member) => member.role === 'owner' && member.email === email);
  return email === null || isOwners ? [] : [`Stripe writes to ${email}`];
}

/** The schedule is to look no later than when the clock changes something, and not at every run for nothing. */
function checkFaults(database: MemoryFirestore, now: number): string[] {
  const noted = moment(database.read(paths.placement(tenantId))?.billingCheckAt);
  const { checkAt } = read(database, tenantPaths.billing());
  return [
    ...(typeof checkAt === 'number' && (noted === null || noted > checkAt) ? [`no check at ${checkAt}`] : []),
    ...(noted !== null && noted <= now ? ['the schedule looks again and again'] : []),
  ];
}

function differing(what: string, found: unknown, expected: unknown): string[] {
  const [is, should] = [JSON.stringify(found), JSON.stringify(expected)];
  return is === should ? [] : [`${what} is ${is} and should be ${should}`];
}

/** What must hold after every commit: entitlements stand in both documents, and the status is that of the holds. */
export function faultAfterCommit(database: MemoryFirestore): string | undefined {
  const { accessFeatures, features, hold } = foundIn(database);
  if (JSON.stringify(accessFeatures) !== JSON.stringify(features)) return 'features differ between the two documents';
  return read(database, tenantPaths.access()).status === hold ? undefined : 'the status is not that of the holds';
}
