import * as formats from '@tenantry/model/formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordFigures } from '../../support/figures.ts';
import { readDocument } from '../../support/database.ts';
import { anotherOwner } from '../../support/operations/people/members.ts';
import { forgedToken } from '../../support/operations/forged-token.ts';
import { closePlaces, openAccounts, openPlace, type Place } from '../../support/operations/place.ts';
import { call } from '../../support/operations/send.ts';

/** What somebody can bring along in a token: a name that they set themselves, an address of another provider. */
const names: Readonly<Record<string, unknown>> = {
  'half of a character': 'a\ud800b',
  'a character that the limit parts': `${'x'.repeat(119)}😀`,
  'a line of a mail’s head': 'Ann\r\nBcc: all@example.com',
  'a turn of the direction': '\u202eelbatpecca',
  'a null': 'Ann\u0000',
  blanks: '   ',
  'too much': 'x'.repeat(2_000),
  'a number': 7,
  'a map': { toString: 'Ann' },
  'a list': ['Ann'],
  null: null,
};

const addresses: Readonly<Record<string, unknown>> = {
  'half of a character': 'a\ud800@example.com',
  'a line of a mail’s head': 'a@example.com\r\nBcc: all@example.com',
  'too much': `${'x'.repeat(2_000)}@example.com`,
  'a number': 7,
  'a map': { length: 3 },
  nothing: '',
};

const cases = Object.keys(names).length * 2 + Object.keys(addresses).length * 4;
const owner = anotherOwner('sign-in data');
const people = new Map(
  [...Object.keys(names), ...Object.keys(addresses).map((title) => `address: ${title}`)].map((title) => [
    title,
    anotherOwner(title),
  ]),
);
let place: Place;

beforeAll(async () => {
  await openAccounts([...people.values()]);
  place = await openPlace('active', [owner]);
});

afterAll(async () => {
  await closePlaces([place]);
  recordFigures('callables', { cases });
});

const personOf = (title: string) => people.get(title) ?? owner;
const tokenOf = (title: string, claims: Readonly<Record<string, unknown>>) => {
  const { uid, email } = personOf(title);
  return `Bearer ${forgedToken(uid, { email, email_verified: true, name: 'Ann', ...claims })}`;
};

describe('a name in a token', () => {
  test.concurrent.each(Object.keys(names))('that is %s becomes one that a form would take', async (title) => {
    const token = tokenOf(title, { name: names[title] });
    expect((await call('api/joinAsCustomer', { slug: place.slug }, token)).reason).toBe('ok');
    expect((await call('api/updateProfile', { locale: 'de' }, token)).reason).toBe('ok');
    const member = await readDocument(`tenants/${place.tenantId}/members/${personOf(title).uid}`);
    expect(formats.name.safeParse(member?.displayName)).toMatchObject({ success: true, data: member?.displayName });
  });
});

describe('an address in a token', () => {
  test.concurrent.each(Object.keys(addresses))('that is %s is none, and nobody joins by it', async (title) => {
    const key = `address: ${title}`;
    const member = `tenants/${place.tenantId}/members/${personOf(key).uid}`;
    const token = tokenOf(key, { email: addresses[title] });
    expect((await call('api/joinAsCustomer', { slug: place.slug }, token)).reason).toBe('email-unverified');
    expect(await readDocument(member)).toBeUndefined();
    expect((await call('api/updateProfile', { locale: 'de' }, token)).reason).toBe('ok');
    expect(await readDocument(`users/${personOf(key).uid}`)).toMatchObject({ email: '' });
    expect((await call('api/joinAsCustomer', { slug: place.slug }, tokenOf(key, {}))).reason).toBe('ok');
    expect(await readDocument(member)).toMatchObject({ email: personOf(key).email });
  });
});
