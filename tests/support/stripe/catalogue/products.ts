import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { given, mergedMetadata } from '../customers/customer-object.ts';
import { badRequest, StripeFault } from '../request/errors.ts';
import type { Parsed } from '../request/kinds.ts';
import { isWithin } from '../request/listing.ts';
import { listRoute, route } from '../request/route.ts';
import { productCreate, productDelete, productList, productRetrieve, productUpdate } from './parameters.ts';

export function createProduct(account: Account, params: Parsed<typeof productCreate>): Stripe.Product {
  const id = params.id ?? account.newId('product');
  if (account.store.table('product').has(id))
    throw new StripeFault(400, {
      type: 'invalid_request_error',
      code: 'resource_already_exists',
      message: 'Product already exists.',
      param: 'id',
    });
  const created = account.now();
  return account.add(
    'product',
    {
      id,
      object: 'product',
      active: params.active ?? true,
      created,
      default_price: null,
      description: params.description ?? null,
      images: [...(params.images ?? [])],
      livemode: false,
      marketing_features: [...(params.marketing_features ?? [])],
      metadata: params.metadata ?? {},
      name: params.name,
      package_dimensions: null,
      shippable: params.shippable ?? null,
      statement_descriptor: params.statement_descriptor ?? null,
      tax_code: null,
      tax_details: null,
      type: params.type ?? 'service',
      unit_label: params.unit_label ?? null,
      updated: created,
      url: params.url ?? null,
    },
    'product.created',
  );
}

export const productRoutes = [
  route('POST /v1/products', productCreate, createProduct),
  route('GET /v1/products/:id', productRetrieve, (account, _, id = '') => account.get('product', id)),
  route('POST /v1/products/:id', productUpdate, (account, params, id = '') => {
    const before = account.get('product', id);
    const { active, default_price, description, name, shippable, statement_descriptor, unit_label, url } = params;
    if (default_price !== undefined && account.get('price', default_price, 'default_price').product !== id)
      throw badRequest(`The price '${default_price}' belongs to another product.`, 'default_price');
    const changes: Partial<Stripe.Product> = {
      ...given({ active, default_price, description, name, shippable, statement_descriptor, unit_label, url }),
      ...(params.images === undefined ? {} : { images: [...(params.images ?? [])] }),
      ...(params.marketing_features === undefined
        ? {}
        : { marketing_features: [...(params.marketing_features ?? [])] }),
      metadata: mergedMetadata(before.metadata, params.metadata),
      updated: account.now(),
    };
    return account.change('product', id, changes, 'product.updated');
  }),
  route('DELETE /v1/products/:id', productDelete, (account, _, id = '') => {
    const product = account.get('product', id);
    if ([...account.store.table('price').values()].some((price) => price.product === id))
      throw badRequest('This product cannot be deleted because it has one or more user-created prices.', 'id');
    account.remove('product', id);
    account.emit('product.deleted', product);
    return { id, object: 'product', deleted: true };
  }),
  listRoute('GET /v1/products', productList, (account, { active, created, ids, shippable, type, url }) =>
    account.store
      .newestFirst('product')
      .filter(
        (each) =>
          (active === undefined || each.active === active) &&
          isWithin(each.created, created) &&
          (ids === undefined || ids.includes(each.id)) &&
          (shippable === undefined || each.shippable === shippable) &&
          (type === undefined || each.type === type) &&
          (url === undefined || each.url === url),
      ),
  ),
];
