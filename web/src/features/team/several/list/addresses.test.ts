import { describe, expect, test } from 'vitest';
import { entriesOf, entryOf } from './addresses.ts';

const addresses = (list: string) => entriesOf(list).map(({ address, written }) => address ?? `not: ${written}`);

describe('a pasted list of addresses', () => {
  test.each([
    ['one on each line', 'a@x.com\nb@x.com\r\n\r\nc@x.com\n', ['a@x.com', 'b@x.com', 'c@x.com']],
    [
      'commas, semicolons, spaces and tabs',
      'a@x.com, b@x.com;c@x.com d@x.com\te@x.com,',
      'abcde'.split('').map((x) => `${x}@x.com`),
    ],
    [
      'names before brackets',
      'Ann Lee <a@x.com>, "Smith, Bob" <b@x.com>; <c@x.com>',
      ['a@x.com', 'b@x.com', 'c@x.com'],
    ],
    ['surnames first without quotes', 'Smith, Bob <b@x.com>\nLee, Ann <a@x.com>', ['b@x.com', 'a@x.com']],
    ['names without brackets', 'Ann Lee a@x.com\nb@x.com (Bob)', ['a@x.com', 'b@x.com']],
    [
      'what programs put around them',
      'mailto:a@x.com, (b@x.com), "c@x.com", d@x.com.',
      'abcd'.split('').map((x) => `${x}@x.com`),
    ],
    [
      'what is no address, in its place',
      'a@x.com\nnobody at all\nb@x\n@',
      ['a@x.com', 'not: nobody at all', 'not: b@x', 'not: @'],
    ],
    ['one address in its own script', 'Zoe\u0308@B\u00fccher.example', ['zo\u00eb@xn--bcher-kva.example']],
    ['nothing', ' \n ,; \n', []],
  ])('%s', (_, list, expected) => {
    expect(addresses(list)).toEqual(expected);
  });
});

test.each([
  ['Ann <Ann@X.com>', 'ann@x.com'],
  [' b@x.com ', 'b@x.com'],
  ['a@x.com; b@x.com', undefined],
  ['nobody', undefined],
  ['', undefined],
])('a cell that holds %j is one address or none', (written, address) => {
  expect(entryOf(written)).toEqual({ written, address });
});
