import type { Account } from '../account/account.ts';
import { completeSession } from '../checkout/complete.ts';
import { itemsOf, purchaseOf } from '../checkout/create.ts';
import { StripeFault } from '../request/errors.ts';
import type { Answer } from '../request/idempotency.ts';
import { bankQuestion, cardChoice } from './cards.ts';
import { date, goTo, html, money, page, told, type Html } from './html.ts';

type Form = Readonly<Record<string, string>>;

/** The page on which a checkout session is completed, or left. */
export function checkoutPage(account: Account, id: string, form: Form | undefined): Answer {
  const session = account.store.table('checkout.session').get(id);
  if (!session) return page('Checkout', html`<h1>There is no such checkout</h1>`, 404);
  if (session.status !== 'open')
    return page(
      'Checkout',
      html`<h1>This checkout is ${session.status ?? 'over'}</h1>
        <p>Go back to where you came from and begin again.</p>`,
      410,
    );
  if (!form) return page('Checkout', purchase(account, id));
  if (form.bank === 'refuse')
    return page('Checkout', purchase(account, id, 'Your bank did not confirm the payment. Try another card.'), 402);
  try {
    const done = completeSession(account, id, form.card ?? '', form.bank === 'confirm');
    if (done.is === 'complete') return goTo(done.goTo);
    return page(
      'Checkout',
      bankQuestion(
        `/checkout/${id}`,
        { card: form.card ?? '' },
        money(session.amount_total ?? 0, session.currency ?? 'usd'),
      ),
    );
  } catch (error) {
    if (error instanceof StripeFault) return page('Checkout', purchase(account, id, error.body.message), 402);
    throw error;
  }
}

function purchase(account: Account, id: string, problem?: string): Html {
  const { amount_total: amount, currency, cancel_url } = account.get('checkout.session', id);
  const { line_items, subscription_data: data } = purchaseOf(account, id);
  const items = itemsOf(account, { line_items });
  const days = data?.trial_period_days;
  const until = data?.trial_end ?? (days === undefined ? undefined : account.now() + days * 86_400);
  const rows = items.map(
    ({ description, quantity, amount_total, price }) =>
      html`<li>
        <span>${description ?? ''}${quantity === null ? '' : ` × ${quantity}`}</span>
        <span class="number">${money(amount_total, currency ?? 'usd')} / ${price?.recurring?.interval ?? 'month'}</span>
      </li>`,
  );
  return html`<h1>Subscribe</h1>
    <p class="amount">${money(amount ?? 0, currency ?? 'usd')} today</p>
    ${until === undefined ? '' : html`<p>Free until ${date(until)}.</p>`}
    ${problem === undefined ? '' : told(problem, true)}
    <ul>
      ${rows}
    </ul>
    <h2>Payment</h2>
    <form method="post" action="/checkout/${id}">
      ${cardChoice('Pay with')}
      <div class="actions">
        <button class="main">${until === undefined ? 'Subscribe' : 'Start trial'}</button>
        ${cancel_url === null ? '' : html`<a class="button" href="${cancel_url}">Back without paying</a>`}
      </div>
    </form>`;
}
