import { tenantId } from '@tenantry/model/formats';
import * as z from 'zod/mini';
import { Refusal } from '../platform/operations/errors.ts';

/** Where a list goes on: in which of its two parts, and after whom. */
const key = z.string().check(
  z.maxLength(200),
  z.refine((text) => text.isWellFormed()),
);
const listPosition = z.tuple([z.enum(['nameKey', 'slug']), z.nullable(z.tuple([key, tenantId]))]);
export type ListPosition = z.infer<typeof listPosition>;

export const listBeginning: ListPosition = ['nameKey', null];

/** The position as an opaque text. */
export function toCursor(position: ListPosition): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The position that a cursor stands for. Throws `input` for a text that is none of ours, or of another search. */
export function fromCursor(cursor: string, search: string): ListPosition {
  const parsed = listPosition.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success && (parsed.data[1]?.[0] ?? search).startsWith(search)) return parsed.data;
  const message = 'This page can’t be found. Begin again at the first.';
  throw new Refusal('input', message, { issues: [{ path: 'cursor', code: 'cursor', message }] });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
