import type Stripe from 'stripe';
import Sdk from 'stripe';
import type { Account } from '../account/account.ts';
import { given, mergedMetadata } from '../customers/customer-object.ts';
import { badRequest, missingParameter } from '../request/errors.ts';
import type { Parsed } from '../request/kinds.ts';
import { isWithin } from '../request/listing.ts';
import { listRoute, route } from '../request/route.ts';
import { priceCreate, priceList, priceRetrieve, priceUpdate, type recurringTable } from './parameters.ts';
import { createProduct } from './products.ts';

function recurringOf(account: Account, params: Parsed<typeof recurringTable>): Stripe.Price.Recurring {
  const { interval, interval_count = 1, meter = null, usage_type = 'licensed', trial_period_days = null } = params;
  if (interval_count < 1) throw badRequest('Invalid interval_count', 'recurring[interval_count]');
  if (meter !== null) account.get('billing.meter', meter, 'recurring[meter]');
  if ((meter === null) === (usage_type === 'metered'))
    throw badRequest('Metered prices need a meter, and only they have one.', 'recurring[meter]');
  return { interval, interval_count, meter, trial_period_days, usage_type };
}

/** Takes a look-up key for a price: from the one that has it, if that is asked for. Throws when it is not. */
function claimLookupKey(account: Account, key: string, transfer: boolean | undefined, except?: string): void {
  const holder = [...account.store.table('price').values()].find(
    (each) => each.lookup_key === key && each.id !== except,
  );
  if (!holder) return;
  if (!transfer) throw badRequest(`A price (\`${holder.id}\`) already uses that lookup key.`, 'lookup_key');
  account.change('price', holder.id, { lookup_key: null }, 'price.updated');
}

function createPrice(account: Account, params: Parsed<typeof priceCreate>): Stripe.Price {
  const { product, product_data, unit_amount, unit_amount_decimal, recurring, lookup_key } = params;
  if ((product === undefined) === (product_data === undefined)) throw missingParameter('product');
  if (product !== undefined) account.get('product', product, 'product');
  if (unit_amount === undefined && unit_amount_decimal === undefined) throw missingParameter('unit_amount');
  if (!/^[a-z]{3}$/i.test(params.currency)) throw badRequest(`Invalid currency: ${params.currency}.`, 'currency');
  const repeats = recurring ? recurringOf(account, recurring) : null;
  if (lookup_key !== undefined) claimLookupKey(account, lookup_key, params.transfer_lookup_key);
  const { product: found } = { product: product ?? createProduct(account, product_data ?? { name: '' }).id };
  const decimal = Sdk.Decimal.from(unit_amount_decimal ?? unit_amount ?? 0);
  return account.add(
    'price',
    {
      id: account.newId('price'),
      object: 'price',
      active: params.active ?? true,
      billing_scheme: 'per_unit',
      created: account.now(),
      currency: params.currency.toLowerCase(),
      custom_unit_amount: null,
      livemode: false,
      lookup_key: lookup_key ?? null,
      metadata: params.metadata ?? {},
      nickname: params.nickname ?? null,
      product: found,
      recurring: repeats,
      tax_behavior: params.tax_behavior ?? 'unspecified',
      tiers_mode: null,
      transform_quantity: null,
      type: repeats ? 'recurring' : 'one_time',
      unit_amount: Number.isInteger(Number(decimal.toString())) ? Number(decimal.toString()) : null,
      unit_amount_decimal: decimal,
    },
    'price.created',
  );
}

export const priceRoutes = [
  route('POST /v1/prices', priceCreate, createPrice),
  route('GET /v1/prices/:id', priceRetrieve, (account, _, id = '') => account.get('price', id)),
  route('POST /v1/prices/:id', priceUpdate, (account, params, id = '') => {
    const before = account.get('price', id);
    const { active, lookup_key, nickname, tax_behavior } = params;
    if (lookup_key) claimLookupKey(account, lookup_key, params.transfer_lookup_key, id);
    const changes = {
      ...given({ active, tax_behavior }),
      ...(lookup_key === undefined ? {} : { lookup_key: lookup_key || null }),
      ...(nickname === undefined ? {} : { nickname: nickname || null }),
      metadata: mergedMetadata(before.metadata, params.metadata),
    };
    return account.change('price', id, changes, 'price.updated');
  }),
  listRoute(
    'GET /v1/prices',
    priceList,
    (account, { active, created, currency, lookup_keys, product, recurring, type }) => {
      if (lookup_keys && lookup_keys.length > 10)
        throw badRequest('You can list at most 10 lookup keys.', 'lookup_keys');
      return account.store
        .newestFirst('price')
        .filter(
          (each) =>
            (active === undefined || each.active === active) &&
            isWithin(each.created, created) &&
            (currency === undefined || each.currency === currency.toLowerCase()) &&
            (lookup_keys === undefined || (each.lookup_key !== null && lookup_keys.includes(each.lookup_key))) &&
            (product === undefined || each.product === product) &&
            (recurring?.interval === undefined || each.recurring?.interval === recurring.interval) &&
            (recurring?.meter === undefined || each.recurring?.meter === recurring.meter) &&
            (recurring?.usage_type === undefined || each.recurring?.usage_type === recurring.usage_type) &&
            (type === undefined || each.type === type),
        );
    },
  ),
];
