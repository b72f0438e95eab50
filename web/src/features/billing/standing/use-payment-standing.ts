import type { InvoiceDocument, SubscriptionDocument } from '@tenantry/model/documents/billing';
import { queries } from '../../../shared/queries.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../../shared/tenant/use-tenant-live.ts';
import { hasBought, isRunning } from '../use-subscription.ts';
import { type PaymentStanding, paymentStandingOf } from './payment-standing.ts';

/** How the business stands with its payments, live; `undefined` until that is known. Invoices are asked for where no plan runs alone. */
export function usePaymentStanding(subscription: SubscriptionDocument | undefined): PaymentStanding | undefined {
  const { tenantId } = useTenant();
  const asks = subscription !== undefined && hasBought(subscription) && !isRunning(subscription);
  const open = useTenantQuery<InvoiceDocument>(asks ? queries.openInvoices(tenantId) : undefined);
  if (!subscription || (asks && open.state === 'loading')) return undefined;
  return paymentStandingOf(subscription, open.state === 'ready');
}
