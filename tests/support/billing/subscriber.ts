import { type Interval, lookupKeyOf, type PaidPlan } from '@tenantry/model/billing/price-table';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import type { Timestamp } from 'firebase-admin/firestore';
import type { Stripe } from 'stripe';
import { giveCard, subscribe } from './customer-business.ts';
import { billingPath, moveStripeTo, stackStripe } from './stack-stripe.ts';
import { database, readDocument } from '../database.ts';
import { newTenant } from '../people.ts';
import { Shop } from '../shop.ts';

/** A renewal's invoice is a draft for so long. */
const draftMilliseconds = 3_600_000;

/** A business that pays for a plan at the stack's Stripe, which tells of it by events unless a test keeps them back. */
export class Subscriber extends Shop {
  /** Who pays, by the customer's id at Stripe. */
  async customerId(): Promise<string> {
    return String((await readDocument(billingPath(this.tenantId)))?.customerId);
  }

  /** Takes another card for what is to be paid from now on, by one of Stripe's test ids. */
  async useCard(testId: string): Promise<void> {
    await giveCard(await this.customerId(), testId);
  }

  /** Buys a plan with the card in use, without a trial. */
  async subscribe(plan: PaidPlan, interval: Interval = 'month'): Promise<Stripe.Subscription> {
    return subscribe(await this.customerId(), plan, interval);
  }

  /** Moves Stripe's clock to just after the end of what is paid for, when the renewal's invoice is finalized and the card asked. */
  async renew(): Promise<void> {
    await moveStripeTo((await this.paidUntil()) + draftMilliseconds + 60_000);
  }

  /** Goes over to a year, which begins at once and is asked for at once. */
  async goOverToYear(plan: PaidPlan): Promise<void> {
    const { subscriptions, prices } = stackStripe();
    const [{ data }, { data: yearly }] = await Promise.all([
      subscriptions.list({ customer: await this.customerId() }),
      prices.list({ lookup_keys: [lookupKeyOf(plan, 'year')] }),
    ]);
    const item = { id: data[0]?.items.data[0]?.id ?? '', price: yearly[0]?.id ?? '' };
    await subscriptions.update(data[0]?.id ?? '', { items: [item] });
  }

  /** Stripe's invoices that stand so, whatever we know of them. */
  async invoicesThatAre(status: 'open'): Promise<readonly Stripe.Invoice[]> {
    return (await stackStripe().invoices.list({ customer: await this.customerId(), status })).data;
  }

  /** What an owner does on Stripe's page: takes a good card, then pays every open invoice. */
  async pay(): Promise<void> {
    const { url } = await this.owner.call('openBillingPortal', { tenantId: this.tenantId });
    const press = async (form: Record<string, string>) => {
      const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
      if (!answer.ok) throw new Error(`${form.do}: ${answer.status} ${await answer.text()}`);
    };
    await press({ do: 'card', card: 'pm_card_visa' });
    const open = await this.invoicesThatAre('open');
    if (open.length === 0) throw new Error('Nothing is owed.');
    for (const { id } of open) await press({ do: 'pay', invoice: id ?? '' });
  }

  /** What the business's owners are shown of their subscription. */
  async standing() {
    return (await readDocument(inTenant(this.tenantId, tenantPaths.subscription()))) ?? {};
  }

  /** Until when it is paid for, as they are shown it, in milliseconds. */
  async paidUntil(): Promise<number> {
    return ((await this.standing()).paidUntil as Timestamp).toMillis();
  }

  /** Status and holds by which everything that is asked of the business is judged. */
  async access() {
    const { status, holds } = (await readDocument(inTenant(this.tenantId, tenantPaths.access()))) ?? {};
    return { status, holds } as { status: string; holds: Readonly<Record<string, string>> };
  }

  /** The mails about a debt that were ever written to an address, by the day that each is for, in order. */
  async remindersTo(address: string): Promise<number[]> {
    const found = await database().collection('mail').where('to', '==', address).get();
    const reminders = found.docs.filter((mail) => mail.get('kind') === 'payment-failed');
    return reminders.map((mail) => mail.get('data.day') as number).sort((a, b) => a - b);
  }
}

/** A business on the plan pro, paid for a month. */
export async function newSubscriber(name?: string): Promise<Subscriber> {
  const business = new Subscriber(await newTenant(name));
  await business.owner.call('startCheckout', { tenantId: business.tenantId, plan: 'pro', interval: 'month' });
  await business.useCard('pm_card_visa');
  await business.subscribe('pro');
  await business.owner.call('syncBilling', { tenantId: business.tenantId });
  return business;
}
