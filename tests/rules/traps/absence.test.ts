import { describe, expect, test } from 'vitest';
import { underOurRules, underWrongRules, member, person, tenant } from './places.ts';
import { get, list, count } from '../../support/rules/verbs.ts';

const stranger = person('stranger');
const customer = member('customer');
const viewer = member('viewer');

test('two absent fields compare equal: a document without an owner is everybody’s who has no claim', async () => {
  const documents = { 'orders/owned': { customer: 'a' }, 'orders/ownerless': { total: 1 } };
  const rule = "allow get: if request.auth.token.get('customer', null) == resource.data.get('customer', null);";
  const wrong = await underWrongRules('absence', `match /orders/{order} { ${rule} }`, documents);
  expect(await get(wrong, stranger, 'orders/ownerless')).toBe('allow');
  expect(await get(wrong, stranger, 'orders/owned')).toBe('deny');

  const ours = await underOurRules('absence', {
    [`${tenant}/orders/own`]: { customerUid: customer.uid },
    [`${tenant}/orders/ownerless`]: { total: 1 },
    [`${tenant}/orders/walk-in`]: { customerUid: null },
  });
  expect(await get(ours, customer, `${tenant}/orders/ownerless`)).toBe('deny');
  expect(await get(ours, customer, `${tenant}/orders/walk-in`)).toBe('deny');
  expect(await get(ours, { token: undefined }, `${tenant}/orders/walk-in`)).toBe('deny');
  expect(await get(ours, customer, `${tenant}/orders/own`)).toBe('allow');
});

describe('a list does not know the documents', () => {
  /** Each refuses the secret document to a get, and gives it to a list. */
  const rules = {
    'that a field is missing': "!('secret' in resource.data)",
    'the value of a field that has a default': "resource.data.get('secret', false) == false",
    'how many fields there are': 'resource.data.keys().size() < 2',
  } as const;

  test.each(Object.entries(rules))('%s is true of it', async (_, condition) => {
    const wrong = await underWrongRules('lists', `match /products/{product} { allow read: if ${condition}; }`, {
      'products/open': { name: 'A cup' },
      'products/secret': { name: 'A bowl', secret: true },
    });
    expect(await get(wrong, stranger, 'products/open')).toBe('allow');
    expect(await get(wrong, stranger, 'products/secret')).toBe('deny');
    expect(await list(wrong, stranger, { collection: 'products' })).toBe('allow');
  });

  test('ours ask for the value of a field that the query must name', async () => {
    const ours = await underOurRules('lists', {
      [`${tenant}/products/published`]: { status: 'published' },
      [`${tenant}/products/draft`]: { status: 'draft' },
      [`${tenant}/products/stateless`]: { name: 'A bowl' },
    });
    const collection = `${tenant}/products`;
    const published = { collection, where: [['status', 'EQUAL', 'published']] } as const;
    expect(await get(ours, customer, `${collection}/stateless`)).toBe('deny');
    expect(await list(ours, customer, { collection })).toBe('deny');
    expect(await count(ours, customer, { collection })).toBe('deny');
    expect(await list(ours, customer, published)).toBe('allow');
    expect(await list(ours, viewer, { collection })).toBe('allow');
  });
});

test('a missing document is not asked whether it is there: the answer differs between emulator and production', async () => {
  const rule = 'allow get: if resource == null || resource.data.open == true;';
  const wrong = await underWrongRules('missing', `match /orders/{order} { ${rule} }`, {
    'orders/there': { open: false },
  });
  expect(await get(wrong, stranger, 'orders/there')).toBe('deny');
  // The emulator says that there is none, to whoever asks.
  await expect(get(wrong, stranger, 'orders/none')).rejects.toThrow('NOT_FOUND');

  const ours = await underOurRules('missing', { [`${tenant}/orders/there`]: { customerUid: 'somebody' } });
  expect(await get(ours, customer, `${tenant}/orders/there`)).toBe('deny');
  expect(await get(ours, customer, `${tenant}/orders/none`)).toBe('deny');
  expect(await get(ours, viewer, `${tenant}/orders/there`)).toBe('allow');
});
