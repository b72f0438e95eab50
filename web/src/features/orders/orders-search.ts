import { orderStatuses } from '@tenantry/model/documents/business';
import * as z from 'zod/mini';
import { lenient, pageSearch, searchText } from '../../shared/paging.ts';

/** What the address of the list of orders holds. */
export const ordersSearch = z.object({ status: lenient(z.enum(orderStatuses)), q: searchText, ...pageSearch });
export type OrdersSearch = z.infer<typeof ordersSearch>;
