import type { Account } from '../account/account.ts';
import { accountPage } from './account-page.ts';
import type { Answer } from '../request/idempotency.ts';
import { checkoutPage } from './checkout-page.ts';
import { html, page } from './html.ts';
import { invoicePage } from './invoice-page.ts';
import { portalPage } from './portal-page.ts';

type Page = (account: Account, id: string, form: Readonly<Record<string, string>> | undefined) => Answer;
const pages: Readonly<Record<string, Page>> = {
  '': accountPage,
  checkout: checkoutPage,
  portal: portalPage,
  invoices: invoicePage,
};

/** A page to click through, by a person's browser. */
export function showPage(account: Account, method: string, path: string, body: string): Answer {
  const [, kind = '', id = ''] = path.split(/[/?]/);
  const show = Object.hasOwn(pages, kind) ? pages[kind] : undefined;
  if (!show) return page('Not found', html`<h1>There is nothing here</h1>`, 404);
  return show(account, id, method === 'POST' ? Object.fromEntries(new URLSearchParams(body)) : undefined);
}
