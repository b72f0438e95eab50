import { describe, expect, it } from 'vitest';
import { formatMoney, fromTyped, toTyped } from './money.ts';

describe('money as people type it', () => {
  it.each([
    ['12.50', 'EUR', 1250],
    ['12,5', 'EUR', 1250],
    ['12', 'EUR', 1200],
    [' 1 200.00 ', 'EUR', 120_000],
    ["1'200", 'CHF', 120_000],
    ['0', 'EUR', 0],
    ['500', 'JPY', 500],
    ['1.234', 'KWD', 1234],
  ])('%s of %s is %i minor units', (typed, currency, amount) => {
    expect(fromTyped(typed, currency)).toBe(amount);
  });

  it.each([
    ['', 'EUR'],
    ['-1', 'EUR'],
    ['1.234', 'EUR'],
    ['1.5', 'JPY'],
    ['1.2.3', 'EUR'],
    ['twelve', 'EUR'],
    ['1e3', 'EUR'],
    ['99999999999999999', 'EUR'],
  ])('%j of %s is no amount, never a wrong one', (typed, currency) => {
    expect(fromTyped(typed, currency)).toBeUndefined();
  });

  it('comes back as it went in', () => {
    for (const currency of ['EUR', 'JPY', 'KWD']) {
      for (const amount of [0, 1, 99, 1250, 99_999_999]) {
        expect(fromTyped(toTyped(amount, currency), currency)).toBe(amount);
      }
    }
  });
});

describe('money as people read it', () => {
  it('has as many decimals as its currency', () => {
    expect(formatMoney(1250, 'EUR', 'en-GB')).toBe('€12.50');
    expect(formatMoney(1250, 'JPY', 'en-US')).toBe('¥1,250');
  });
});
