import { priceRoutes } from './catalogue/prices.ts';
import { productRoutes } from './catalogue/products.ts';
import { itemsOf, purchaseOf } from './checkout/create.ts';
import { checkoutRoutes } from './checkout/sessions.ts';
import { customerRoutes } from './customers/customers.ts';
import { paymentMethodRoutes } from './customers/payment-methods.ts';
import { testClockRoutes } from './customers/test-clocks.ts';
import { intentOf } from './invoices/intent.ts';
import { invoiceRoutes } from './invoices/invoices.ts';
import { paymentRoutes } from './payments/payments.ts';
import { meterEventRoutes } from './metering/meter-events.ts';
import { meterRoutes } from './metering/meters.ts';
import { portalRoutes } from './portal/configurations.ts';
import { productsOf } from './portal/features.ts';
import type { Includable } from './request/expand.ts';
import type { Route } from './request/route.ts';
import { subscriptionRoutes } from './subscriptions/subscriptions.ts';

/** Every endpoint. */
export const routes: readonly Route[] = [
  ...customerRoutes,
  ...paymentMethodRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...paymentRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...testClockRoutes,
  ...checkoutRoutes,
  ...portalRoutes,
  ...meterRoutes,
  ...meterEventRoutes,
];

const listOf = (url: string, data: readonly object[]): object => ({ object: 'list', data, has_more: false, url });

export const includable: Includable = {
  'customer.subscriptions': (account, id) =>
    listOf(
      `/v1/customers/${id}/subscriptions`,
      account.store
        .newestFirst('subscription')
        .filter(({ customer, status }) => customer === id && status !== 'canceled'),
    ),
  'invoice.payments': (account, id) =>
    listOf(
      '/v1/invoice_payments',
      account.store.newestFirst('invoice_payment').filter(({ invoice }) => invoice === id),
    ),
  'invoice.confirmation_secret': (account, id) => {
    const secret = intentOf(account, id)?.client_secret;
    return secret ? { client_secret: secret, type: 'payment_intent' } : null;
  },
  'checkout.session.line_items': (account, id) =>
    listOf(`/v1/checkout/sessions/${id}/line_items`, itemsOf(account, purchaseOf(account, id))),
  'billing_portal.configuration.features.subscription_update.products': productsOf,
  'charge.refunds': (account, id) =>
    listOf(
      `/v1/charges/${id}/refunds`,
      account.store.newestFirst('refund').filter(({ charge }) => charge === id),
    ),
};
