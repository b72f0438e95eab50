import { meters } from '@tenantry/model/billing/meters';
import * as z from 'zod/mini';
import { lenient } from '../../shared/paging.ts';

/** What the address of the page holds: whose chart is shown. */
export const usageSearch = z.object({ of: lenient(z.enum(meters)) });
export type UsageSearch = z.infer<typeof usageSearch>;
