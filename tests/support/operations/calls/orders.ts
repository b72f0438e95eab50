import { randomUUID } from 'node:crypto';
import { tenantPaths } from '@tenantry/model/paths';
import { type Place, order, product } from '../place.ts';
import { type Calls, id, type Prepared, read } from './prepare.ts';

/** Calls about orders. */
export const ordersCalls = {
  'api/placeOrder': (place) => ordering(place, {}),
  'api/placeOrder for a customer': (place) => ordering(place, { customerUid: place.ownerUid }),
  'api/placeOrder for a name': (place) => ordering(place, { customerName: 'Ann' }),
  'api/fulfillOrder': (place) => {
    const orderId = id();
    const path = tenantPaths.order(orderId);
    return {
      documents: { [path]: order(null) },
      input: { tenantId: place.tenantId, orderId },
      look: async () => (await read(place, path))?.status,
      done: 'fulfilled',
    };
  },
  'api/cancelOrder': (place, { uid }) => cancelling(place, uid),
  'api/cancelOrder of another’s': (place) => cancelling(place, place.ownerUid),
} satisfies Partial<Calls>;

function ordering(place: Place, whom: { customerUid?: string; customerName?: string }): Prepared<'api/placeOrder'> {
  const productId = id();
  const path = tenantPaths.product(productId);
  return {
    documents: { [path]: product({ stock: 10, unitAmount: 450 }) },
    input: {
      tenantId: place.tenantId,
      lines: [{ productId, quantity: 2 }],
      idempotencyKey: randomUUID(),
      ...whom,
    },
    look: async ({ orderId }) => [
      (await read(place, tenantPaths.order(String(orderId))))?.total,
      (await read(place, path))?.stock,
    ],
    done: [900, 8],
  };
}

function cancelling(place: Place, customerUid: string): Prepared<'api/cancelOrder'> {
  const orderId = id();
  const path = tenantPaths.order(orderId);
  return {
    documents: { [path]: order(customerUid) },
    input: { tenantId: place.tenantId, orderId },
    look: async () => (await read(place, path))?.status,
    done: 'cancelled',
  };
}
