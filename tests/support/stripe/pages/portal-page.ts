import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { idOf } from '../account/store.ts';
import { methodFor } from '../invoices/attempt.ts';
import { productsOf } from '../portal/features.ts';
import { StripeFault } from '../request/errors.ts';
import type { Answer } from '../request/idempotency.ts';
import { periodOf } from '../subscriptions/items/items.ts';
import { bankQuestion, cardChoice } from './cards.ts';
import { date, html, money, page, told, type Html } from './html.ts';
import {
  offeredPrices,
  offersQuantity,
  portalActions,
  subscriptionOf,
  toConfirm,
  type Form,
  type Portal,
} from './portal-actions.ts';

/** The page on which a customer manages their subscription, within what the configuration offers. */
export function portalPage(account: Account, id: string, form: Form | undefined): Answer {
  const session = account.store.table('billing_portal.session').get(id);
  const customer = session && account.store.table('customer').get(session.customer);
  if (!session || !customer) return page('Billing', html`<h1>This link is not valid any more</h1>`, 404);
  const configuration = idOf(session.configuration);
  const { features } = account.get('billing_portal.configuration', configuration);
  const portal: Portal = { session, features, products: productsOf(account, configuration) };
  if (!form) return page('Billing', content(account, portal));
  const asked = toConfirm(account, portal, form);
  if (asked)
    return page(
      'Billing',
      bankQuestion(`/portal/${id}`, { do: 'pay', invoice: asked.id }, money(asked.amount_due, asked.currency)),
    );
  const act = portalActions[form.do ?? ''];
  try {
    return page(
      'Billing',
      content(account, portal, act ? told(act(account, portal, form)) : told('Nothing was done.', true)),
    );
  } catch (error) {
    if (error instanceof StripeFault)
      return page('Billing', content(account, portal, told(error.body.message, true)), 402);
    throw error;
  }
}

function content(account: Account, portal: Portal, said: Html = html``): Html {
  const { session, features } = portal;
  const subscription = subscriptionOf(account, portal);
  const back = session.return_url;
  return html`<h1>Billing</h1>
    ${back === null ? '' : html`<p><a class="button" href="${back}">Return</a></p>`} ${said}
    <h2>Subscription</h2>
    ${subscription ? running(account, portal, subscription) : html`<p>There is no subscription.</p>`}
    ${features.payment_method_update.enabled ? cards(account, portal) : ''}
    ${features.invoice_history.enabled ? invoices(account, portal) : ''}`;
}

const button = (portal: Portal, act: string, name: string, fields: Html = html``): Html =>
  html`<form method="post" action="/portal/${portal.session.id}">
    ${fields}<button name="do" value="${act}">${name}</button>
  </form>`;

function running(account: Account, portal: Portal, subscription: Stripe.Subscription): Html {
  const [item] = subscription.items.data;
  if (!item) return html``;
  const end = date(periodOf(subscription).end);
  const isEnding = subscription.cancel_at_period_end;
  const others = offeredPrices(account, portal).filter(
    ({ id }) => id !== item.price.id || offersQuantity(portal, item.price),
  );
  return html`<p>
      ${named(account, item.price)}${item.quantity === undefined ? '' : ` × ${item.quantity}`}: ${subscription.status}.
      ${isEnding ? `Ends on ${end}.` : `${subscription.status === 'trialing' ? 'Free until' : 'Renews on'} ${end}.`}
    </p>
    <div class="actions">
      ${isEnding ? button(portal, 'resume', 'Do not cancel') : portal.features.subscription_cancel.enabled ? button(portal, 'cancel', 'Cancel subscription') : ''}
    </div>
    ${others.length === 0 ? '' : plans(account, portal, item, others)}`;
}

function plans(account: Account, portal: Portal, item: Stripe.SubscriptionItem, others: readonly Stripe.Price[]): Html {
  const choices = others.map(
    (price, index) =>
      html`<label class="choice"
        ><input type="radio" name="price" value="${price.id}" ${index === 0 ? 'checked' : ''} />
        ${named(account, price)}</label
      >`,
  );
  const quantity = offersQuantity(portal, item.price)
    ? html`<label class="field"
        >Quantity <input type="number" name="quantity" min="1" value="${item.quantity ?? 1}"
      /></label>`
    : html``;
  const fields = html`<fieldset>
      <legend>Change to</legend>
      ${choices}
    </fieldset>
    ${quantity}`;
  return html`<h2>Change plan</h2>
    ${button(portal, 'plan', 'Change plan', fields)}`;
}

function cards(account: Account, portal: Portal): Html {
  const subscription = subscriptionOf(account, portal);
  const { invoice_settings: settings } = account.get('customer', portal.session.customer);
  const method = subscription?.default_payment_method ?? settings.default_payment_method;
  const card = method === null ? undefined : account.store.table('payment_method').get(idOf(method))?.card;
  return html`<h2>Card</h2>
    <p>${card ? `${card.brand} ending in ${card.last4}` : 'No card yet.'}</p>
    ${button(portal, 'card', 'Use this card', cardChoice('Another card'))}`;
}

function invoices(account: Account, portal: Portal): Html {
  const all = account.store
    .newestFirst('invoice')
    .filter(({ customer, status }) => customer === portal.session.customer && status !== 'draft');
  const rows = all.map((invoice) => {
    const hasMethod = methodFor(account, invoice) !== undefined;
    const pay =
      invoice.status === 'open' && hasMethod
        ? button(portal, 'pay', 'Pay', html`<input type="hidden" name="invoice" value="${invoice.id}" />`)
        : html``;
    return html`<li>
      <a class="button" href="/invoices/${invoice.id}">${date(invoice.created)} · ${invoice.number ?? ''}</a>
      <span class="number">${money(invoice.amount_due, invoice.currency)} · ${invoice.status ?? ''}</span>
      ${pay}
    </li>`;
  });
  return html`<h2>Invoices</h2>
    ${
      rows.length === 0
        ? html`<p>None yet.</p>`
        : html`<ul>
            ${rows}
          </ul>`
    }`;
}

function named(account: Account, price: Stripe.Price): string {
  const name = account.store.table('product').get(idOf(price.product))?.name ?? '';
  return `${name}, ${money(price.unit_amount ?? 0, price.currency)} a ${price.recurring?.interval ?? 'month'}`;
}
