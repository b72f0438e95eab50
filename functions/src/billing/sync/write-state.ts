import { type BillingState, billingStateOf, type SubscriptionState } from '@tenantry/model/billing/billing-state';
import { withHold } from '@tenantry/model/access';
import { trialUsedBy } from '@tenantry/model/billing/trial';
import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { isDeepStrictEqual } from 'node:util';
import { type BillingRecord, tenantDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import type { TenantWork } from '../../platform/operations/operation.ts';
import { readBillingRecord } from './billing-record.ts';
import { dunningStep } from './dunning-step.ts';
import { noteCheck } from './note-check.ts';

/** What a business's state is written over. */
export type BillingBefore = {
  readonly record: BillingRecord;
  readonly tenant: TenantDocument;
  /** What pages show of the subscription; `undefined` where nothing was ever bought. */
  readonly shown: SubscriptionDocument | undefined;
};

/** Reads what the present tenant's state is written over. Reads come before writes: whoever calls this writes nothing before. */
export async function readBefore(tx: TenantTransaction): Promise<BillingBefore> {
  const [record, tenant, shown] = await Promise.all([
    readBillingRecord(tx),
    tx.get(tenantDocuments.tenant()),
    tx.get(tenantDocuments.subscription()),
  ]);
  if (!tenant) throw new Error('This tenant lacks its own document.');
  return { record, tenant, shown };
}

/**
 * Brings a business in step with its billing record, `changes` to it among them, at a moment: entitlements and the billing
 * hold land in the tenant's document and in its access document in one write, and what changed is told in the audit log. The
 * only writer of them. Answers the state. It may read whom to write to: whoever calls this writes nothing before.
 */
export async function writeState(
  work: TenantWork,
  before: BillingBefore,
  changes: Partial<BillingRecord> = {},
): Promise<BillingState> {
  const { tx, tenantId, now } = work;
  const { tenant, shown } = before;
  const record = { ...before.record, ...changes };
  const { subscriptions, overrides } = record;
  const state = billingStateOf({ tenantId, subscriptions, overrides, now: now.getTime() });
  const dunning = await dunningStep(work, record, state, tenant);

  const trialUsed = record.trialUsed === true || trialUsedBy(subscriptions);
  const checkAt = state.nextChangeAt;
  tx.set(tenantDocuments.billing(), { ...record, dunning, fence: record.fence + 1, checkAt, trialUsed });
  const subscription = { ...storedSubscription(state.subscription), trialUsed };
  const known = shown !== undefined || record.customerId !== null;
  if (known && !sameFields(shown, subscription)) tx.set(tenantDocuments.subscription(), subscription);
  writeEntitlements(work, tenant, state);
  writeHold(work, state);
  tellSubscription(work, shown, state.subscription);
  if (checkAt !== record.checkAt) work.afterCommit(() => noteCheck(tenantId, { checkAt, fence: record.fence + 1 }));
  return state;
}

function writeEntitlements(
  { tx, access, audit, tenantId }: TenantWork,
  tenant: TenantDocument,
  state: BillingState,
): void {
  const { plan, limits } = state.entitlements;
  const features = [...state.entitlements.features];
  const before = { plan: tenant.plan, features: tenant.features, limits: tenant.limits };
  const after = { plan, features, limits: { ...limits } };
  if (!isDeepStrictEqual(before, after)) {
    tx.update(tenantDocuments.tenant(), after);
    const told = { plan: { before: tenant.plan, after: plan }, features: { before: tenant.features, after: features } };
    audit({ action: 'billing.entitlements-changed', target: tenantId, details: told });
  }
  if (!isDeepStrictEqual([...access.features], features)) tx.update(tenantDocuments.access(), { features });
}

function writeHold({ tx, access, audit, tenantId }: TenantWork, { hold, subscription }: BillingState): void {
  if (access.holds.billing === hold) return;
  const { holds, status } = withHold(access, 'billing', hold);
  tx.update(tenantDocuments.access(), { holds, status });
  const { pastDueSince } = subscription;
  const since = pastDueSince === null ? null : new Date(pastDueSince).toISOString();
  audit({
    action: 'billing.hold-set',
    target: tenantId,
    details: { before: access.holds.billing, after: hold, status, since },
  });
}

function tellSubscription(
  { audit, tenantId }: TenantWork,
  before: SubscriptionDocument | undefined,
  after: SubscriptionState,
): void {
  const told = ({ plan, status, interval, cancelAtPeriodEnd }: Told): Told => ({
    plan,
    status,
    interval,
    cancelAtPeriodEnd,
  });
  const was = told(before ?? nothing);
  const is = told(after);
  if (isDeepStrictEqual(was, is)) return;
  audit({ action: 'billing.subscription-changed', target: tenantId, details: { before: was, after: is } });
}

type Told = Pick<SubscriptionState, 'plan' | 'status' | 'interval' | 'cancelAtPeriodEnd'>;
const nothing: Told = { plan: 'free', status: 'none', interval: null, cancelAtPeriodEnd: false };

function storedSubscription({ paidUntil, trialEnd, pastDueSince, ...plain }: SubscriptionState): SubscriptionDocument {
  const moment = (at: number | null) => (at === null ? null : instantOf(at));
  return { ...plain, paidUntil: moment(paidUntil), trialEnd: moment(trialEnd), pastDueSince: moment(pastDueSince) };
}

/** Whether two documents say the same; of two moments their milliseconds count. */
function sameFields(a: SubscriptionDocument | undefined, b: SubscriptionDocument): boolean {
  return a !== undefined && isDeepStrictEqual(plainOf(a), plainOf(b));
}

function plainOf(document: SubscriptionDocument): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, typeof value === 'object' ? value?.toMillis() : value]),
  );
}
