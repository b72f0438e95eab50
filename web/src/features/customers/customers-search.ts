import * as z from 'zod/mini';
import { pageSearch, searchText } from '../../shared/paging.ts';

/** What the address of the list of customers holds. */
export const customersSearch = z.object({ q: searchText, ...pageSearch });
export type CustomersSearch = z.infer<typeof customersSearch>;
