import { describe, expect, it } from 'vitest';
import { cursorOf, pageOf } from './paging.ts';
import { pageSize } from './queries.ts';

const rows = (count: number): number[] => Array.from({ length: count }, (_, row) => row);
const values = (row: number): readonly number[] => [row];

describe('a page of a list', () => {
  it('has no neighbours when everything fits', () => {
    expect(pageOf(rows(pageSize), {}, values)).toMatchObject({ next: undefined, previous: undefined });
  });

  it('has a next page when one row more came, which it does not show', () => {
    const page = pageOf(rows(pageSize + 1), {}, values);
    expect(page.rows).toHaveLength(pageSize);
    expect(page.next).toEqual({ after: JSON.stringify([pageSize - 1]) });
    expect(page.previous).toBeUndefined();
  });

  it('has a previous page when it begins after a row', () => {
    const page = pageOf(rows(3), { after: [9] }, values);
    expect(page).toMatchObject({ previous: { before: '[0]' }, next: undefined });
  });

  it('read backwards shows its last rows, and leads on to where it came from', () => {
    const page = pageOf(rows(pageSize + 1), { before: [99] }, values);
    expect(page.rows[0]).toBe(1);
    expect(page).toMatchObject({ previous: { before: '[1]' }, next: { after: `[${pageSize}]` } });
  });

  it('read backwards to the beginning has no previous one', () => {
    expect(pageOf(rows(2), { before: [99] }, values)).toMatchObject({ previous: undefined, next: { after: '[1]' } });
  });
});

describe('a page in the address', () => {
  it('is read as it was written', () => {
    expect(cursorOf({ after: '["Rye","id"]' })).toEqual({ after: ['Rye', 'id'] });
    expect(cursorOf({ before: '[7]' })).toEqual({ before: [7] });
  });

  it.each(['', 'x', '{}', '[]', '[{}]', '[1,2,3,4]', '[null]'])('is the first page when it says %j', (text) => {
    expect(cursorOf({ after: text })).toEqual({});
  });
});
