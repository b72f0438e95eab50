import { tenantDocuments } from '../../../functions/src/platform/data/documents.ts';
import { addOperator } from '../../../functions/src/operators/add-operator.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { setPlan } from '../../support/staff.ts';
import { customRoles, work } from './acts.ts';
import type { Aim } from './attempts.ts';

/** A business with something to sell that never runs out, room for everybody, and a role of its own. */
export type Place = { readonly shop: Shop; readonly shelfId: string };

export async function newPlace(): Promise<Place> {
  const shop = await newShop();
  await setPlan(shop.tenantId, 'business');
  await work(shop, async ({ tx }) => tx.update(tenantDocuments.access(), { roles: customRoles }));
  return { shop, shelfId: await shop.product({ stock: 1_000_000 }) };
}

/** A product and an order for one person's tries alone. */
export async function newAim({ shop, shelfId }: Place): Promise<Aim> {
  const { orderId } = await shop.owner.call('placeOrder', shop.order([shelfId, 1]));
  return { tenantId: shop.tenantId, productId: await shop.product(), orderId, shelfId };
}

export async function newOperator(): Promise<Person> {
  const operator = await newPerson('operator');
  await addOperator(operator.email);
  return operator.refresh();
}
