import { tenantPaths } from '@tenantry/model/paths';
import { product } from '../place.ts';
import { type Calls, id, read } from './prepare.ts';

/** Calls about products. */
export const catalogueCalls = {
  'api/createProduct': (place) => {
    const sku = id();
    return {
      documents: {},
      input: { tenantId: place.tenantId, sku, name: 'Tea', unitAmount: 450 },
      look: async ({ productId }) => (await read(place, tenantPaths.product(String(productId))))?.sku,
      done: sku,
    };
  },
  'api/deleteProduct': (place) => {
    const productId = id();
    return {
      documents: { [tenantPaths.product(productId)]: product() },
      input: { tenantId: place.tenantId, productId },
      look: () => read(place, tenantPaths.product(productId)),
      done: undefined,
    };
  },
  'api/adjustStock': (place) => {
    const productId = id();
    return {
      documents: { [tenantPaths.product(productId)]: product({ stock: 10 }) },
      input: { tenantId: place.tenantId, productId, delta: -3 },
      look: async () => (await read(place, tenantPaths.product(productId)))?.stock,
      done: 7,
    };
  },
} satisfies Partial<Calls>;
