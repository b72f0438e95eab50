import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { idOf } from '../account/store.ts';
import { noSuch } from '../request/errors.ts';
import { cardError, testCards, type Card } from './test-cards.ts';

const nowhere: Stripe.Address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

function cardMethod(account: Account, id: string, card: Card, customer: string | null): Stripe.PaymentMethod {
  return {
    id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: nowhere, email: null, name: null, phone: null, tax_id: null },
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: card.brand,
      exp_month: 8,
      exp_year: 2034,
      fingerprint: `double${card.last4}`,
      funding: 'credit',
      generated_from: null,
      last4: card.last4,
      networks: { available: [card.brand], preferred: null },
      regulated_status: null,
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: account.now(customer === null ? null : clockOfCustomer(account, customer)),
    customer,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
}

export function clockOfCustomer(account: Account, customer: string): string | null {
  const clock = account.store.table('customer').get(customer)?.test_clock ?? null;
  return clock === null ? null : idOf(clock);
}

/** A method by its id, or what a test id stands for, attached to nobody yet. Throws when there is neither. */
export function methodNamed(account: Account, id: string, param?: string): Stripe.PaymentMethod {
  const card = Object.hasOwn(testCards, id) ? testCards[id] : undefined;
  if (!card) return account.get('payment_method', id, param);
  const made = cardMethod(account, account.newId('payment_method'), card, null);
  account.notes.set(made.id, id);
  return account.put('payment_method', made);
}

/** The test card behind a method. */
export function cardOf(account: Account, id: string): Card {
  const testId = account.notes.get(id);
  const card = typeof testId === 'string' ? testCards[testId] : undefined;
  if (!card) throw noSuch('PaymentMethod', id, 'payment_method', 400);
  return card;
}

/** Attaches a method, or answers the one that is attached already. Throws a card error where the bank refuses. */
export function attach(account: Account, id: string, customer: string, param?: string): Stripe.PaymentMethod {
  const method = methodNamed(account, id, param);
  if (method.customer !== null) {
    if (idOf(method.customer) === customer) return method;
    throw noSuch('PaymentMethod', id, param ?? 'payment_method', 400);
  }
  const { attaching } = cardOf(account, method.id);
  if (attaching) throw cardError(attaching);
  return account.change('payment_method', method.id, { customer }, 'payment_method.attached');
}
