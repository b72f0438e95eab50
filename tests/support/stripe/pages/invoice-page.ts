import type { Account } from '../account/account.ts';
import { attach } from '../customers/payment-method-object.ts';
import { attempt } from '../invoices/attempt.ts';
import { StripeFault } from '../request/errors.ts';
import type { Answer } from '../request/idempotency.ts';
import { customerOf } from '../subscriptions/subscription-object.ts';
import { bankQuestion, cardChoice } from './cards.ts';
import { date, html, money, page, told, type Html } from './html.ts';

type Form = Readonly<Record<string, string>>;

/** An invoice with its lines, to be paid while it is open. */
export function invoicePage(account: Account, id: string, form: Form | undefined): Answer {
  const invoice = account.store.table('invoice').get(id);
  if (!invoice || invoice.status === 'draft') return page('Invoice', html`<h1>There is no such invoice</h1>`, 404);
  if (!form || invoice.status !== 'open') return page('Invoice', content(account, id));
  if (form.bank === 'refuse')
    return page('Invoice', content(account, id, told('Your bank did not confirm the payment.', true)), 402);
  try {
    const method = attach(account, form.card ?? '', customerOf(invoice)).id;
    const outcome = attempt(account, id, { method, isOnSession: true, isConfirmed: form.bank === 'confirm' });
    if (outcome.is === 'paid') return page('Invoice', content(account, id, told('Thank you: the invoice is paid.')));
    if (outcome.is === 'authentication')
      return page(
        'Invoice',
        bankQuestion(`/invoices/${id}`, { card: method }, money(invoice.amount_due, invoice.currency)),
      );
    return page('Invoice', content(account, id, told(outcome.decline.message, true)), 402);
  } catch (error) {
    if (error instanceof StripeFault) return page('Invoice', content(account, id, told(error.body.message, true)), 402);
    throw error;
  }
}

function content(account: Account, id: string, said: Html = html``): Html {
  const { amount_due, currency, number, created, status, lines } = account.get('invoice', id);
  const rows = lines.data.map(
    ({ description, amount }) =>
      html`<li><span>${description ?? ''}</span><span class="number">${money(amount, currency)}</span></li>`,
  );
  const payment = html`<form method="post" action="/invoices/${id}">
    ${cardChoice('Pay with')}
    <button class="main">Pay ${money(amount_due, currency)}</button>
  </form>`;
  return html`<h1>Invoice ${number ?? ''}</h1>
    <p class="amount">${money(amount_due, currency)}, ${status ?? ''}</p>
    ${said}
    <p>${date(created)}</p>
    <ul>
      ${rows}
    </ul>
    ${status === 'open' ? payment : ''}`;
}
