import { describe, expect, test } from 'vitest';
import * as formats from './formats.ts';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('formats', () => {
  test.each([
    ['a slug', formats.slug, ['abc', 'blue-door-2'], ['ab', 'A-b', 'a--b', '-ab', 'ab-', 'a'.repeat(41), 'å-shop', 7]],
    [
      'a name',
      formats.name,
      ['A', 'Zoë 🦊', 'x'.repeat(120)],
      ['', '   ', 'x'.repeat(121), 'two\nlines', '\u0000', 'a\u202eb', '\ud800', null],
    ],
    ['a description', formats.description, ['', 'two\nlines\tand a tab'], ['x'.repeat(5_001), 'bell\u0007']],
    ['a SKU', formats.sku, ['A-1', 'x'.repeat(40)], ['', 'x'.repeat(41)]],
    ['a tenant id', formats.tenantId, ['aZ09aZ09aZ'], ['short', 'eleven-char', 'aaaaaaaaa/', 'aaaaaaaaaaa']],
    [
      'a document id',
      formats.documentId,
      ['a', 'Ab-_9', 'x'.repeat(128)],
      ['', '.', '..', 'a/b', '__x__', 'x'.repeat(129)],
    ],
    ['an idempotency key', formats.idempotencyKey, ['k', 'x'.repeat(100)], ['', 'x'.repeat(101)]],
    ['a price', formats.unitAmount, [0, 99_999_999], [-1, 1.5, 100_000_000, '5', Number.NaN]],
    ['a quantity', formats.quantity, [1, 10_000], [0, -1, 0.5, 10_001]],
    ['a currency', formats.currency, ['EUR', 'JPY'], ['eur', 'XXQ', 'EURO']],
    ['a time zone', formats.timeZone, ['UTC', 'Europe/Berlin'], ['Mars/Base', '']],
    ['a language', formats.locale, ['en', 'de-CH'], ['not a locale', '']],
    ['a secret', formats.secret, ['aZ09_-'], ['', 'a+b', 'x'.repeat(201)]],
    [
      'an e-mail',
      formats.email,
      [
        'ann@example.com',
        "o'neil+shop@a-b.example.co.uk",
        'jürgen@bücher.example',
        '用户@例子.公司',
        'a@xn--bcher-kva.example',
      ],
      [
        'ann',
        'ann@',
        '@example.com',
        'a b@example.com',
        `${'x'.repeat(250)}@example.com`,
        'a@b@example.com',
        '.a@example.com',
        'a.@example.com',
        'a..b@example.com',
        'a@example',
        'a@-a.example',
        'a@example.com.',
        '"a"@example.com',
        'Ann <ann@example.com>',
        'a,b@example.com',
        'a@example.com:80',
        'a@exam%70le.com',
        'a\0@example.com',
        'a\r\nBcc: b@example.com',
        '\ud800@example.com',
      ],
    ],
  ] as const)('%s', (_, schema, good, bad) => {
    expect(good.filter((value) => !accepts(schema, value))).toEqual([]);
    expect(bad.filter((value) => accepts(schema, value))).toEqual([]);
  });

  test('an address is compared in lower case, NFC and with an IDNA domain, and nothing else is folded', () => {
    expect(formats.normalizeEmail(' Ann@Example.COM ')).toBe('ann@example.com');
    expect(formats.normalizeEmail('zoe\u0308@bücher.example')).toBe('zoë@xn--bcher-kva.example');
    expect(formats.normalizeEmail('a.n.n+shop@example.com')).toBe('a.n.n+shop@example.com');
  });

  test.each([
    ['a dot', 'a.nn@example.com', 'ann@example.com'],
    ['what follows a plus', 'ann+shop@example.com', 'ann@example.com'],
    ['a Cyrillic letter', '\u0430nn@example.com', 'ann@example.com'],
    ['a Greek letter', '\u03bfle@example.com', 'ole@example.com'],
    ['a dotless i', '\u0131da@example.com', 'ida@example.com'],
    ['wide letters', '\uff41nn@example.com', 'ann@example.com'],
    ['a ligature', '\ufb01ona@example.com', 'fiona@example.com'],
    ['a sharp s', 'wei\u00df@example.com', 'weiss@example.com'],
    ['a sharp s in the domain', 'ann@stra\u00dfe.example', 'ann@strasse.example'],
    ['a Cyrillic letter in the domain', 'ann@ex\u0430mple.com', 'ann@example.com'],
    ['a number that a URL would spell out', 'ann@127.11', 'ann@127.0.0.11'],
  ])('%s makes another address', (_, one, other) => {
    expect(formats.normalizeEmail(one)).not.toBe(formats.normalizeEmail(other));
    // Capitals make none.
    const capitals = one.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());
    expect(formats.normalizeEmail(capitals)).toBe(formats.normalizeEmail(one));
  });

  test.each([
    ['composed and taken apart', 'zo\u00eb@example.com', 'ZOE\u0308@example.com'],
    ['marks in another order, also after lower case', '\u0130\u0327@example.com', 'i\u0327\u0307@example.com'],
    ['a domain in its script and in ASCII', 'ann@b\u00fccher.example', 'ann@XN--BCHER-KVA.example'],
    ['a domain that ends with a capital sigma', 'ann@example.\u03a3\u03a3', 'ann@example.\u03c3\u03c3'],
  ])('%s are one address', (_, one, other) => {
    expect(formats.normalizeEmail(one)).toBe(formats.normalizeEmail(other));
  });

  test.each(['ann@example.com:80', 'ann@example.com/x', 'ann@exam%70le.com', 'ann@example.com#x', 'ann@example.com?x'])(
    '%s is not taken for the address that a URL would make of it',
    (address) => {
      expect(formats.normalizeEmail(address)).toBe(address);
      expect(formats.normalizeEmail('ann@EXAMPLE.com')).toBe('ann@example.com');
    },
  );

  test('normalizing twice changes nothing', () => {
    for (const address of [
      'Zoe\u0308@Bücher.Example',
      '\u212aate@example.com',
      'İ@example.com',
      'ΑΣ@example.com',
      'İ\u0327@ΑΣ.example',
    ]) {
      const once = formats.normalizeEmail(address);
      expect(formats.normalizeEmail(once)).toBe(once);
    }
  });

  test('line breaks of any system are kept as one', () => {
    expect(formats.description.parse('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });

  test('reserved slugs are of the form of slugs', () => {
    for (const reserved of formats.reservedSlugs) expect(formats.slugPattern.test(reserved)).toBe(true);
    expect(formats.slugProblem('admin')).toBe('slug-reserved');
    expect(formats.slugProblem('admin-2')).toBeUndefined();
  });
});
