import { badRequest, noSuch } from './errors.ts';
import { either, integer, list, name, natural, object, text, type Kind } from './kinds.ts';

/** Every endpoint takes it. */
export const expanding = { expand: list(text) };

/** Every list takes these. */
export const paging = { ...expanding, limit: natural, starting_after: name, ending_before: name };

type Paging = { readonly limit?: number; readonly starting_after?: string; readonly ending_before?: string };
type Page = {
  readonly object: 'list';
  readonly data: readonly object[];
  readonly has_more: boolean;
  readonly url: string;
};

/** One page of a list. Throws Stripe's errors for a limit out of range and for a place that is not in the list. */
export function pageOf(all: readonly { readonly id: string }[], paging: Paging, url: string): Page {
  const { limit = 10, starting_after: after, ending_before: before } = paging;
  if (limit < 1 || limit > 100) throw badRequest('Invalid limit: must be between 1 and 100', 'limit');
  if (after !== undefined && before !== undefined)
    throw badRequest(
      'You may only specify one of these parameters: starting_after, ending_before.',
      'ending_before',
      'parameters_exclusive',
    );
  const place = (id: string, param: string): number => {
    const index = all.findIndex((each) => each.id === id);
    if (index < 0) throw noSuch('object', id, param, 400);
    return index;
  };
  if (before !== undefined) {
    const end = place(before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', data: all.slice(start, end), has_more: start > 0, url };
  }
  const start = after === undefined ? 0 : place(after, 'starting_after') + 1;
  return { object: 'list', data: all.slice(start, start + limit), has_more: start + limit < all.length, url };
}

const range = object({ gt: integer, gte: integer, lt: integer, lte: integer });
export const when: Kind<number | Range> = either<number, Range>(integer, range);
type Range = { readonly gt?: number; readonly gte?: number; readonly lt?: number; readonly lte?: number };

/** Whether a time is the one asked for, or within what is. */
export function isWithin(time: number, wanted: number | Range | undefined): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'number') return time === wanted;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = wanted;
  return time > gt && time >= gte && time < lt && time <= lte;
}
