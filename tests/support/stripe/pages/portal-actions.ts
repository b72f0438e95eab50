import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { attach } from '../customers/payment-method-object.ts';
import { attempt, foretell, methodFor } from '../invoices/attempt.ts';
import type { productsOf } from '../portal/features.ts';
import { badRequest } from '../request/errors.ts';
import { cancelNow } from '../subscriptions/cancel.ts';
import { updateSubscription } from '../subscriptions/update.ts';

export type Form = Readonly<Record<string, string>>;
export type Portal = {
  readonly session: Stripe.BillingPortal.Session;
  readonly features: Stripe.BillingPortal.Configuration['features'];
  readonly products: ReturnType<typeof productsOf>;
};

/** The subscription that is running, or that waits to be paid. */
export function subscriptionOf(account: Account, { session }: Portal): Stripe.Subscription | undefined {
  const over = new Set<string>(['canceled', 'incomplete_expired']);
  return account.store
    .newestFirst('subscription')
    .find((each) => each.customer === session.customer && !over.has(each.status));
}

/** Prices that the configuration lets somebody change to. */
export function offeredPrices(account: Account, { features, products }: Portal): readonly Stripe.Price[] {
  const ids = features.subscription_update.enabled ? products.flatMap(({ prices }) => prices) : [];
  return ids.flatMap((id) => account.store.table('price').get(id) ?? []).filter(({ active }) => active);
}

/** Whether a quantity may be chosen for what a subscription is about. */
export function offersQuantity({ features, products }: Portal, price: Stripe.Price): boolean {
  const { enabled, default_allowed_updates: allowed } = features.subscription_update;
  const product = products.find((each) => each.product === price.product);
  return enabled && allowed.includes('quantity') && product?.adjustable_quantity.enabled !== false;
}

type Action = (account: Account, portal: Portal, form: Form) => string;

const current = (account: Account, portal: Portal): Stripe.Subscription => {
  const found = subscriptionOf(account, portal);
  if (!found) throw badRequest('There is no subscription.');
  return found;
};

/** The invoice that is to be paid, where its card's bank has to be asked before. */
export function toConfirm(account: Account, { session: { customer } }: Portal, form: Form): Stripe.Invoice | undefined {
  const invoice =
    form.do === 'pay' && form.bank === undefined ? account.store.table('invoice').get(form.invoice ?? '') : undefined;
  if (invoice?.customer !== customer || invoice.status !== 'open') return undefined;
  return foretell(account, methodFor(account, invoice)).is === 'authentication' ? invoice : undefined;
}

/** What each button does, and what it tells. Whatever the configuration does not offer is refused. */
export const portalActions: Readonly<Record<string, Action>> = {
  plan: (account, portal, { price = '', quantity }) => {
    const subscription = current(account, portal);
    const [item] = subscription.items.data;
    const wanted = offeredPrices(account, portal).find(({ id }) => id === price);
    if (!item || !wanted) throw badRequest('This plan is not offered.');
    const chosen =
      quantity !== undefined && offersQuantity(portal, wanted)
        ? { quantity: Math.max(1, Math.floor(Number(quantity)) || 1) }
        : {};
    const { schedule_at_period_end: later, trial_update_behavior: trial } = portal.features.subscription_update;
    // Believed to have happened, were it not said.
    if (later.conditions.length > 0) throw badRequest('The local Stripe double makes no changes at a period’s end.');
    const { proration_behavior: behavior }: { proration_behavior: string } = portal.features.subscription_update;
    const proration_behavior = behavior === 'always_invoice' || behavior === 'none' ? behavior : 'create_prorations';
    const endsTrial = subscription.status === 'trialing' && trial !== 'continue_trial';
    updateSubscription(account, subscription.id, {
      items: [{ id: item.id, price, ...chosen }],
      proration_behavior,
      // A trial is given up only for a plan that is paid at once.
      ...(endsTrial ? { trial_end: 'now', payment_behavior: 'error_if_incomplete' } : {}),
    });
    return 'Your plan was changed.';
  },
  cancel: (account, portal) => {
    const { enabled, mode } = portal.features.subscription_cancel;
    if (!enabled) throw badRequest('Cancelling is not offered here.');
    const { id } = current(account, portal);
    if (mode === 'immediately') cancelNow(account, id);
    else updateSubscription(account, id, { cancel_at_period_end: true });
    return mode === 'immediately' ? 'Your subscription was cancelled.' : 'Your subscription ends with this period.';
  },
  resume: (account, portal) => {
    updateSubscription(account, current(account, portal).id, { cancel_at_period_end: false });
    return 'Your subscription goes on.';
  },
  card: (account, { session: { customer }, features }, { card = '' }) => {
    if (!features.payment_method_update.enabled) throw badRequest('Changing the card is not offered here.');
    const { id } = attach(account, card, customer);
    const { invoice_settings: settings } = account.get('customer', customer);
    account.change(
      'customer',
      customer,
      { invoice_settings: { ...settings, default_payment_method: id } },
      'customer.updated',
    );
    // A subscription's own method would go before the customer's.
    for (const each of account.store.newestFirst('subscription'))
      if (each.customer === customer && each.default_payment_method !== null)
        account.change('subscription', each.id, { default_payment_method: id }, 'customer.subscription.updated');
    return 'Your card was changed.';
  },
  pay: (account, { session: { customer } }, { invoice = '', bank }) => {
    const found = account.get('invoice', invoice);
    if (found.customer !== customer || found.status !== 'open') throw badRequest('This invoice is not open.');
    if (bank === 'refuse') throw badRequest('Your bank did not confirm the payment.');
    const outcome = attempt(account, invoice, { isOnSession: true, isConfirmed: bank === 'confirm' });
    if (outcome.is !== 'paid') throw badRequest(outcome.decline.message);
    return 'Thank you: the invoice is paid.';
  },
};
