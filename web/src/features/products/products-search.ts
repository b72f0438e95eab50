import { productStatuses } from '@tenantry/model/documents/business';
import * as z from 'zod/mini';
import { lenient, pageSearch, searchText } from '../../shared/paging.ts';

/** What the address of the list of products holds. */
export const productsSearch = z.object({ status: lenient(z.enum(productStatuses)), q: searchText, ...pageSearch });
export type ProductsSearch = z.infer<typeof productsSearch>;
