import { inTenant, tenantPaths } from '@tenantry/model/paths';
import type { Timestamp } from 'firebase-admin/firestore';
import { deliverMail } from '../../../functions/src/mail/deliver-mail.ts';
import { mailPreparations } from '../../../functions/src/mail-preparations.ts';
import { renderMail } from '../../../functions/src/mail-templates.ts';
import { inTenantContext } from '../../../functions/src/platform/tenant-context.ts';
import { schedules } from '../../../functions/src/schedules.ts';
import { askStripe, moveStripeTo, tellStripe } from '../../support/billing/stack-stripe.ts';
import { database } from '../../support/database.ts';
import type { Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import { hire } from '../../support/staff.ts';
import { newSubscriber, type Subscriber } from '../../support/billing/subscriber.ts';

export const hour = 3_600_000;

/**
 * A business whose card is taken no more, `unheard` the same two hours later, and `payer`, who differs in nothing but that it pays;
 * with a customer each, a second owner who reads German, and an admin, who is no owner.
 */
export async function openDebts() {
  const [debtor, payer] = await Promise.all([newSubscriber('Owing'), newSubscriber('Paying')]);
  const [partner, admin, customer, payersCustomer] = await Promise.all([
    hire(debtor.owner, debtor.tenantId, 'owner'),
    hire(debtor.owner, debtor.tenantId, 'admin'),
    debtor.customer(),
    payer.customer(),
  ]);
  await partner.call('updateProfile', { locale: 'de' });
  await tellStripe('clock', { advance: (2 * hour) / 1_000 });
  const unheard = await newSubscriber('Unheard');
  const [product, payersProduct, unheardsProduct] = await Promise.all([
    debtor.product(),
    payer.product(),
    unheard.product(),
  ]);
  await Promise.all([debtor, unheard].map((business) => business.useCard('pm_card_chargeCustomerFail')));
  return {
    debtor,
    payer,
    unheard,
    partner,
    admin,
    /** The days that each of them was written to about. */
    reminders: async () => ({
      owner: await debtor.remindersTo(debtor.owner.email),
      partner: await debtor.remindersTo(partner.email),
      admin: await debtor.remindersTo(admin.email),
      payer: await payer.remindersTo(payer.owner.email),
    }),
    /** What comes of an order by a customer of the debtor's, and of the payer's. */
    orders: async () => [await orderOf(customer, debtor, product), await orderOf(payersCustomer, payer, payersProduct)],
    unheardsOrder: () => orderOf(unheard.owner, unheard, unheardsProduct),
    /** What the same two get who look at a product. */
    reads: () =>
      Promise.all([
        readAs(customer, inTenant(debtor.tenantId, tenantPaths.product(product))),
        readAs(payersCustomer, inTenant(payer.tenantId, tenantPaths.product(payersProduct))),
      ]),
  };
}

/** Days on which both owners were written to, and nobody else. */
export const written = (...days: number[]) => ({ owner: days, partner: days, admin: [], payer: [] });

/** Since when a business owes, as its owners are shown it, in milliseconds; null when it does not. */
export async function owesSince(business: Subscriber): Promise<number | null> {
  return ((await business.standing()).pastDueSince as Timestamp | null)?.toMillis() ?? null;
}

/** Moves Stripe's clock there and runs the schedule as it would be run then. */
export async function dunAt(moment: number): Promise<void> {
  await moveStripeTo(moment);
  await schedules.dunning(new Date(moment));
}

/** Answers what puts Stripe's clock back to where it was. Nothing else goes back with it: no id comes again. */
export async function keepStripesClock(): Promise<() => Promise<void>> {
  const state = async () => (await askStripe('state')) as { readonly offset: number };
  const { offset } = await state();
  return async () => tellStripe('state', { ...(await state()), offset }, 'PUT');
}

/** `ok`, or why not. */
async function orderOf(by: Person, business: Subscriber, productId: string): Promise<unknown> {
  const answer = await by.try('placeOrder', business.order([productId, 1]));
  return answer.ok ? 'ok' : answer.details;
}

/** What becomes of a reminder to the owner that is sent only now. */
export async function sentLater({ owner, tenantId }: Subscriber, ofDay: number): Promise<string> {
  const all = await database().collection('mail').where('to', '==', owner.email).get();
  const mail = all.docs.find((each) => each.get('data.day') === ofDay);
  await mail?.ref.update({ status: 'queued' });
  const carrier = { ready: () => Promise.resolve(), send: () => Promise.resolve({ kind: 'sent' } as const) };
  const tools = { preparations: mailPreparations, render: renderMail, carrier, now: () => new Date() };
  return inTenantContext(tenantId, 'test', () => deliverMail({ mailId: mail?.id ?? '', tenantId }, tools));
}
