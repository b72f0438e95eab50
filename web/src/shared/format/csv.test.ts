import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('a value in CSV', () => {
  it.each([-2, 0, 1.5, -0.25])('that is a number is one, which a spreadsheet adds up: %d', (number) => {
    expect(csvOf([[number, 'a']])).toBe(`${number},a\r\n`);
  });

  it.each(['-2', '=1+1', '+1', '@SUM(A1)', '\t=1', '=1+1\nand more'])(
    'that is a text is never a formula: %j',
    (text) => {
      expect(csvOf([[text, 'a']])).toBe(`"'${text}",a\r\n`);
    },
  );
});
