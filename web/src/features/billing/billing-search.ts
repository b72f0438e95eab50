import { intervals } from '@tenantry/model/billing/price-table';
import * as z from 'zod/mini';
import { lenient, pageSearch } from '../../shared/paging.ts';

/** What the address of the page holds: how often one would pay, the page of invoices, and how somebody came back. */
export const billingSearch = z.object({
  per: lenient(z.enum(intervals)),
  checkout: lenient(z.enum(['done', 'left'])),
  ...pageSearch,
});
export type BillingSearch = z.infer<typeof billingSearch>;
