import { double, serverTime } from '../../../support/rules/values.ts';
import { longAgo, past } from '../worlds/vocabulary.ts';
import { same, sameAsDouble, self, type Intent, type Set } from './asks.ts';

/** What makes a good write a bad one, or might: fields that are set otherwise, fields that are taken out. */
export type Slip = { readonly set: Intent['set']; readonly removed: readonly string[] };
/** Slips by what is wrong with them: each kind is as frequent as the other. */
export type Slips = Readonly<Record<string, readonly Slip[]>>;

export const long = (length: number, letter = 'x'): string => letter.repeat(length);
/** As many UTF-16 units, in letters that take two. */
const wide = (length: number): string => `${long(Math.floor(length / 2), '😀')}${length % 2 ? 'x' : ''}`;

const sets = (field: string, ...values: readonly Set[]): readonly Slip[] =>
  values.map((value) => ({ set: { [field]: value }, removed: [] }));
const goes = (...fields: readonly string[]): readonly Slip[] => fields.map((field) => ({ set: {}, removed: [field] }));

const noText: readonly Set[] = [null, 5, true, ['x'], { x: 'x' }];
const notNow: readonly Set[] = [past, longAgo, same, null, 'now', 0];
const notSelf: readonly Set[] = ['ben', 'constructor', same, null, ''];

export const productSlips: Slips = {
  'name, too long': sets('name', long(121), long(121, 'é'), wide(121)),
  'name, blank': sets('name', '', ' ', '\u3000', '\u00a0', '\t', '\ufeff'),
  'name, controls': sets('name', 'two\nlines', 'three\nli\nnes', 'a\tb', 'a\u0000b', 'a\u001f', '\u007fa'),
  'name, turned': sets('name', 'a\u2028b', 'a\u202eb', '\u2066', 'a\u2069'),
  'name, no text': sets('name', ...noText),
  'description, too long': sets('description', long(5_001), long(5_001, 'é'), wide(5_001)),
  'description, controls': sets('description', 'a\u0000b', 'one\ntwo\u0008', '\u000b', '\u001f', '\u007f'),
  'description, no text': sets('description', ...noText),
  'amount, too low': sets('unitAmount', -1, -100, { increment: -100_000_000 }),
  'amount, too high': sets('unitAmount', 100_000_000, { increment: 100_000_000 }),
  'amount, no integer': sets('unitAmount', 4.5, double(5), double(0), sameAsDouble, { increment: double(1) }),
  'amount, no number': sets('unitAmount', null, '5', true, [5], { x: 5 }),
  'status, unknown': sets('status', '', 'Published', 'published ', 'draf', 'deleted'),
  'status, no text': sets('status', null, 1, ['published'], { published: true }),
  'time, not now': sets('updatedAt', ...notNow),
  'signature, not self': sets('updatedBy', ...notSelf),
  stock: sets('stock', 8, -1, { increment: 1 }, null),
  'stock, the same as a double': sets('stock', sameAsDouble, { increment: double(0) }),
  sku: sets('sku', 'SKU-2', '', null),
  'creation, when': sets('createdAt', serverTime, past, null),
  'creation, by whom': sets('createdBy', self, 'ben', null),
  'a field more': [...sets('discount', 5, serverTime), ...sets('role', 'owner'), ...sets('name.first', 'x')],
  'a field less': goes('name', 'description', 'unitAmount', 'status', 'stock', 'sku', 'createdAt', 'createdBy'),
  'a stamp less': goes('updatedAt', 'updatedBy'),
  'nothing else': [{ set: { stock: same, sku: same, createdAt: same, createdBy: same }, removed: ['missing'] }],
};

export const noteSlips: Slips = {
  'text, too long': sets('text', long(5_001), long(5_001, 'é'), wide(5_001)),
  'text, blank': sets('text', '', ' ', ' \n\t ', '\u3000', '\u00a0'),
  'text, controls': sets('text', 'a\u0000b', 'one\ntwo\u0008', '\u000b', '\u001f', '\u007f'),
  'text, no text': sets('text', ...noText),
  'author, not self': sets('authorUid', ...notSelf),
  'creation, not now': sets('createdAt', ...notNow),
  'creation, now': sets('createdAt', serverTime),
  'change, not now': sets('updatedAt', ...notNow),
  'a field more': [...sets('pinned', true), ...sets('stock', { increment: 1 }), ...sets('seenAt', serverTime)],
  'a field less': goes('text', 'authorUid', 'createdAt', 'updatedAt'),
  'nothing else': [{ set: { authorUid: self, createdAt: same }, removed: ['missing'] }],
};
