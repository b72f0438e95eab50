import { day } from '@tenantry/model/billing/dunning';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { type Feature, featuresOf, limitsOf, type Plan } from '@tenantry/model/plans';
import { Timestamp } from 'firebase-admin/firestore';
import type { Page } from 'playwright-core';
import { database } from '../database.ts';
import type { Shop } from '../shop.ts';

/** What a business pays for, written as the server would: for pages whose states need no purchase. */

export const inDays = (days: number): Timestamp => Timestamp.fromMillis(Date.now() + days * day);

/** A day as the pages of a business write it: in its zone, which is UTC while nobody chose one, wherever the window is. */
export const written = (at: Timestamp): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(at.toDate());

/** A subscription that is paid for, but for what is told. A page that opens just then may miss the first one (decision 077). */
export async function putSubscription({ tenantId }: Shop, changes: Record<string, unknown> = {}): Promise<void> {
  const paid = {
    plan: 'pro',
    status: 'active',
    interval: 'month',
    seats: 2,
    paidUntil: inDays(20),
    trialEnd: null,
    pastDueSince: null,
    cancelAtPeriodEnd: false,
  };
  await database()
    .doc(inTenant(tenantId, tenantPaths.subscription()))
    .set({ ...paid, ...changes });
}

/** The plan that is in force, as pages see it, with its features unless others are told. */
export async function putPlan(
  { tenantId }: Shop,
  plan: Plan,
  features: readonly Feature[] = featuresOf(plan),
): Promise<void> {
  await database()
    .doc(inTenant(tenantId, tenantPaths.self()))
    .update({ plan, limits: limitsOf(plan), features });
}

/** So many invoices, one a month, the newest open unless it is told otherwise and all others paid. */
export async function putInvoices(
  { tenantId }: Shop,
  count: number,
  { open: isOpen = true }: { readonly open?: boolean } = {},
): Promise<void> {
  const batch = database().batch();
  for (let index = 1; index <= count; index += 1) {
    const createdAt = inDays(-30 * (count - index) - 1);
    const open = isOpen && index === count;
    batch.set(database().doc(inTenant(tenantId, tenantPaths.invoice(`in_${String(index).padStart(3, '0')}`))), {
      number: `HARBOUR-${String(index).padStart(4, '0')}`,
      status: open ? 'open' : 'paid',
      currency: index === 1 ? 'usd' : 'eur',
      total: 2_400,
      amountDue: open ? 2_400 : 0,
      amountPaid: open ? 0 : 2_400,
      createdAt,
      paidAt: open ? null : createdAt,
      periodStart: createdAt,
      periodEnd: inDays(-30 * (count - index) + 29),
      url: `https://invoice.stripe.com/i/${index}`,
      pdfUrl: `https://invoice.stripe.com/i/${index}/pdf`,
    });
  }
  await batch.commit();
}

/** Answers an operation of the page in the server's stead, and tells with what input it was called. */
export async function answer(
  page: Page,
  operation: string,
  given: { readonly url: string } | Record<string, never>,
): Promise<unknown[]> {
  const inputs: unknown[] = [];
  await page.route(new RegExp(`/api/${operation}$`), async (route) => {
    inputs.push((route.request().postDataJSON() as { readonly data: unknown }).data);
    await route.fulfill({ headers: { 'access-control-allow-origin': '*' }, json: { result: given } });
  });
  return inputs;
}
