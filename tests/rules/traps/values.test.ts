import { describe, expect, test } from 'vitest';
import { double, serverTime, type Value, type Written } from '../../support/rules/values.ts';
import { get, update } from '../../support/rules/verbs.ts';
import { member, person, product, tenant, underOurRules, underWrongRules } from './places.ts';

const stranger = person('stranger');
const editor = member('member');
const path = `${tenant}/products/cup`;
const priced = (unitAmount: Value): Written => ({ unitAmount, updatedAt: serverTime, updatedBy: editor.uid });

describe('a number', () => {
  test('with one end has no other: -100 and 4.5 are at most 5', async () => {
    const rule = 'allow update: if request.resource.data.seats <= 5;';
    const wrong = await underWrongRules('numbers', `match /plans/{plan} { ${rule} }`, { 'plans/free': { seats: 5 } });
    expect(await update(wrong, stranger, 'plans/free', { seats: 6 })).toBe('deny');
    for (const seats of [-100, 4.5]) expect(await update(wrong, stranger, 'plans/free', { seats })).toBe('allow');

    const ours = await underOurRules('numbers', { [path]: product });
    for (const amount of [-100, -1, 4.5, double(5), 100_000_000]) {
      expect(await update(ours, editor, path, priced(amount))).toBe('deny');
    }
    for (const amount of [0, 99_999_999]) expect(await update(ours, editor, path, priced(amount))).toBe('allow');
  });
});

describe('an error', () => {
  const documents = { 'orders/one': { total: 5 } };
  const bitten = (condition: string) =>
    underWrongRules('errors', `match /orders/{order} { allow get: if ${condition}; }`, documents);

  test('on one side of || is absorbed by the other', async () => {
    const wrong = await bitten("resource.data.owner.uid == request.auth.uid || resource.data.get('open', true)");
    expect(await get(wrong, stranger, 'orders/one')).toBe('allow');
    expect(await get(await bitten('resource.data.owner.uid == request.auth.uid'), stranger, 'orders/one')).toBe('deny');
  });

  test('denies under ours, whose other side asks for a right of its own', async () => {
    // Whatever cannot be read of the access document denies: no side of an || takes its place.
    const customer = member('customer');
    const own = { [`${tenant}/orders/own`]: { customerUid: customer.uid } };
    const lost: Readonly<Record<string, Value>> = { status: null, fence: 'none', floor: 'none' };
    for (const [field, value] of Object.entries(lost)) {
      const ours = await underOurRules('errors', own, { [field]: value });
      expect(await get(ours, customer, `${tenant}/orders/own`), field).toBe('deny');
    }
    expect(await get(await underOurRules('errors', own), customer, `${tenant}/orders/own`)).toBe('allow');
  });
});
