import { isDeepStrictEqual } from 'node:util';
import { serverTime, type Fields } from '../../../support/rules/values.ts';
import type { After } from './request.ts';

/** The formats of design, section 5, as far as a client writes them itself. Lengths are in UTF-16 units. */
type Format = (value: After[string] | undefined) => boolean;

const text =
  (min: number, max: number, forbidden: RegExp): Format =>
  (value) =>
    typeof value === 'string' && value.length >= min && value.length <= max && !forbidden.test(value);

const visible =
  (format: Format): Format =>
  (value) =>
    format(value) && typeof value === 'string' && /\S/u.test(value);

/** And what breaks a line or turns the direction of what follows. */
const controls = /[\u0000-\u001f\u007f\u2028-\u202e\u2066-\u2069]/;
const controlsBeyondLayout = /[\u0000-\u0008\u000b-\u001f\u007f]/;
const isServerTime: Format = (value) => value === serverTime;

const productFormats: Readonly<Record<string, Format>> = {
  name: visible(text(1, 120, controls)),
  description: text(0, 5_000, controlsBeyondLayout),
  unitAmount: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 99_999_999,
  status: (value) => value === 'draft' || value === 'published' || value === 'archived',
  updatedAt: isServerTime,
};

/** What is not an editor's has its type nevertheless: integers as integers. */
const stock: Format = (value) => typeof value === 'number' && Number.isInteger(value);

const noteText = visible(text(1, 5_000, controlsBeyondLayout));

/** An editor's change: of the six fields that editors have, signed and dated, and a product afterwards. */
export function isProductEdit(before: Fields, after: After, uid: string): boolean {
  const theirs = [...Object.keys(productFormats), 'updatedBy'];
  return (
    changed(before, after).every((field) => theirs.includes(field)) &&
    Object.entries(productFormats).every(([field, fits]) => fits(after[field])) &&
    stock(after.stock) &&
    after.updatedBy === uid
  );
}

/** A note as its author begins it: four fields and no other. */
export function isNewNote(after: After, uid: string): boolean {
  return (
    isDeepStrictEqual(Object.keys(after).sort(), ['authorUid', 'createdAt', 'text', 'updatedAt']) &&
    noteText(after.text) &&
    after.authorUid === uid &&
    isServerTime(after.createdAt) &&
    isServerTime(after.updatedAt)
  );
}

export function isNoteEdit(before: Fields, after: After): boolean {
  return (
    changed(before, after).every((field) => field === 'text' || field === 'updatedAt') &&
    noteText(after.text) &&
    isServerTime(after.updatedAt)
  );
}

/** The fields that were added, removed or are another value, be it of another type alone. */
function changed(before: Fields, after: After): string[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.filter((field) => !isDeepStrictEqual(before[field], after[field]));
}
