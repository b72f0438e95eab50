import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { moveClock } from '../account/clock.ts';
import { idOf } from '../account/store.ts';
import { openPortal } from '../portal/open-portal.ts';
import { StripeFault } from '../request/errors.ts';
import type { Answer } from '../request/idempotency.ts';
import { periodOf } from '../subscriptions/items/items.ts';
import { date, goTo, html, money, moment, page, told, type Html } from './html.ts';

type Form = Readonly<Record<string, string>>;

const shownAtMost = 50;
/** How far the clock is moved at once, in seconds. */
const leaps = { 'an hour': 3_600, 'a day': 86_400, 'a week': 7 * 86_400, '31 days': 31 * 86_400 } as const;

/** What there is in the account, for whoever develops: customers with a way to their portal, and the clock. */
export function accountPage(account: Account, _id: string, form: Form | undefined): Answer {
  if (!form) return page('Account', content(account));
  try {
    return act(account, form);
  } catch (error) {
    if (error instanceof StripeFault) return page('Account', content(account, told(error.body.message, true)), 400);
    throw error;
  }
}

function act(account: Account, { leap = '', customer }: Form): Answer {
  if (customer !== undefined) return goTo(openPortal(account, { customer }).url);
  const seconds = Object.values(leaps).find((each) => String(each) === leap);
  if (seconds === undefined) return page('Account', content(account, told('Nothing was done.', true)), 400);
  moveClock(account, account.present() + seconds);
  return goTo('/');
}

function content(account: Account, said: Html = html``): Html {
  const customers = account.store.newestFirst('customer').slice(0, shownAtMost);
  const buttons = Object.entries(leaps).map(
    ([name, seconds]) => html`<button name="leap" value="${seconds}">Forward ${name}</button>`,
  );
  return html`<h1>The account</h1>
    ${said}
    <h2>Clock</h2>
    <p>
      It is <span class="number">${moment(account.present())}</span> here. Renewals, retries and ends of trials come
      with it.
    </p>
    <form method="post" action="/"><div class="actions">${buttons}</div></form>
    <h2>Customers</h2>
    ${
      customers.length === 0
        ? html`<p>None yet. A business becomes one when it chooses a plan.</p>`
        : html`<form method="post" action="/">
            <ul>
              ${customers.map((customer) => customerLine(account, customer))}
            </ul>
          </form>`
    }`;
}

function customerLine(account: Account, { id, name, email }: Stripe.Customer): Html {
  const subscriptions = account.store.newestFirst('subscription').filter(({ customer }) => customer === id);
  const lines = subscriptions.map((subscription) => html`<br />${subscriptionText(account, subscription)}`);
  return html`<li>
    <span><strong>${name ?? email ?? id}</strong>${lines.length === 0 ? html`<br />No subscription.` : lines}</span>
    <button name="customer" value="${id}">Billing portal</button>
  </li>`;
}

function subscriptionText(account: Account, subscription: Stripe.Subscription): string {
  const [item] = subscription.items.data;
  const product = item && account.store.table('product').get(idOf(item.price.product));
  const price = item ? `${item.quantity ?? 1} × ${money(item.price.unit_amount ?? 0, item.price.currency)}` : '';
  const { status, cancel_at_period_end: isEnding } = subscription;
  return `${product?.name ?? ''}, ${price}: ${status}, ${isEnding ? 'ends' : 'until'} ${date(periodOf(subscription).end)}`;
}
