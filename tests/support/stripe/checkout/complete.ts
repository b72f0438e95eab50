import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { idOf } from '../account/store.ts';
import { newCustomer, given } from '../customers/customer-object.ts';
import { attach, cardOf, methodNamed } from '../customers/payment-method-object.ts';
import { cardError } from '../customers/test-cards.ts';
import { authenticatedKey } from '../invoices/attempt.ts';
import { badRequest } from '../request/errors.ts';
import { createSubscription } from '../subscriptions/create.ts';
import { purchaseOf } from './create.ts';

export type Completed = { readonly is: 'complete'; readonly session: Stripe.Checkout.Session; readonly goTo: string };
/** A person is asked by their bank before anything happens. */
export type Asked = { readonly is: 'asked' };

/**
 * What the page's button does: pays with a card, by one of Stripe's test ids, and begins the subscription. Throws the card's
 * error, and then nothing has happened.
 */
export function completeSession(account: Account, id: string, card: string, isConfirmed = false): Completed | Asked {
  const session = account.get('checkout.session', id);
  if (session.status !== 'open') throw badRequest(`This Checkout Session is ${session.status ?? 'not open'}.`);
  const customer = session.customer === null ? undefined : idOf(session.customer);
  const method = methodNamed(account, card, 'payment_method');
  const { attaching, charging } = cardOf(account, method.id);
  if (attaching) throw cardError(attaching);
  if (typeof charging === 'object' && session.amount_total !== 0) throw cardError(charging);
  if (typeof charging === 'string' && charging !== 'paid' && !isConfirmed) return { is: 'asked' };
  const owner =
    customer ??
    account.add(
      'customer',
      newCustomer(account, given({ email: session.customer_email ?? undefined })),
      'customer.created',
    ).id;
  attach(account, method.id, owner);
  // Who was asked by their bank here agreed to be charged later, too.
  if (isConfirmed) account.notes.set(authenticatedKey(method.id), true);
  const { line_items, subscription_data: data } = purchaseOf(account, id);
  const subscription = createSubscription(account, {
    customer: owner,
    items: line_items.map(({ price, quantity }) => ({ price, ...given({ quantity }) })),
    default_payment_method: method.id,
    ...given({ description: data?.description, metadata: data?.metadata, trial_end: data?.trial_end }),
    ...given({ trial_period_days: data?.trial_period_days, trial_settings: data?.trial_settings }),
    isConfirmed,
  });
  const { email, name = null, phone = null } = account.get('customer', owner);
  const done = account.change(
    'checkout.session',
    id,
    {
      status: 'complete',
      payment_status: session.amount_total === 0 ? 'no_payment_required' : 'paid',
      customer: owner,
      customer_details: {
        address: null,
        business_name: null,
        email,
        individual_name: null,
        name,
        phone,
        tax_exempt: 'none',
        tax_ids: [],
      },
      subscription: subscription.id,
      invoice: subscription.latest_invoice,
      url: null,
    },
    'checkout.session.completed',
  );
  return { is: 'complete', session: done, goTo: (done.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', id) };
}
