import { describe, expect, it } from 'vitest';
import type { Live } from './listeners.ts';
import { mergeRows, rowsWith, spellings } from './merge.ts';
import type { Row } from './source.ts';

type Named = Live<Row<{ name: string }>[]>;

const ready = (...ids: string[]): Named => ({
  state: 'ready',
  data: ids.map((id) => ({ id, name: `Name ${id}` })),
  stale: false,
});
const empty: Named = { state: 'empty', stale: false };
const loading: Named = { state: 'loading' };
const denied: Named = { state: 'denied' };

describe('several lists as one', () => {
  it('name each row once, in the order in which they came', () => {
    expect(mergeRows([ready('b', 'a'), empty, ready('a', 'c')])).toEqual(ready('b', 'a', 'c'));
  });

  it('load as long as one of them does, since a part would look like the whole', () => {
    expect(mergeRows([ready('a'), loading]).state).toBe('loading');
  });

  it('are refused when one of them is', () => {
    expect(mergeRows([ready('a'), loading, denied]).state).toBe('denied');
  });

  it('are empty when all are', () => {
    expect(mergeRows([empty, empty]).state).toBe('empty');
  });
});

describe('looking into rows', () => {
  it('finds any part of the words, capital letters or not', () => {
    expect(rowsWith(ready('Ann', 'Bob'), 'ANN', ({ name }) => name)).toEqual(ready('Ann'));
  });

  it('is empty when no row fits, and loading while it loads', () => {
    expect(rowsWith(ready('Ann'), 'zoe', ({ name }) => name).state).toBe('empty');
    expect(rowsWith<{ name: string }>(loading, 'zoe', ({ name }) => name).state).toBe('loading');
  });
});

describe('how a name may be written', () => {
  it('is as it was typed, and as a name', () => {
    expect(spellings('anna-lena meyer')).toEqual(['anna-lena meyer', 'Anna-Lena Meyer']);
  });
});
