import { describe, expect, test } from 'vitest';
import { compositeIndexOf, type DeclaredIndex, isIndexed } from './composite-index.ts';

const byStatus = { collection: 'orders', where: [['status', '==']], orderBy: [['number', 'desc']] } as const;
const index = (order: 'ASCENDING' | 'DESCENDING', collectionGroup = 'orders'): DeclaredIndex => ({
  collectionGroup,
  queryScope: 'COLLECTION',
  fields: [
    { fieldPath: 'status', order: 'ASCENDING' },
    { fieldPath: 'number', order },
  ],
});

describe('a query asks for a composite index', () => {
  test('when it sorts by another field than it compares', () => {
    expect(isIndexed(byStatus, [])).toBe(false);
    expect(isIndexed(byStatus, [index('DESCENDING')])).toBe(true);
  });

  test('of its own direction and its own collection', () => {
    expect(isIndexed(byStatus, [index('ASCENDING')])).toBe(false);
    expect(isIndexed(byStatus, [index('DESCENDING', 'invites')])).toBe(false);
  });

  test('turned round when the page is read from its end', () => {
    expect(isIndexed({ ...byStatus, backwards: true }, [index('ASCENDING')])).toBe(true);
  });

  test('when it compares one field for equality and another for range', () => {
    const query = { ...byStatus, where: [...byStatus.where, ['number', '<=']], orderBy: [] } as const;
    expect(compositeIndexOf(query)?.sorted).toEqual([{ fieldPath: 'number', order: 'ASCENDING' }]);
  });

  test('and for none when it only compares, or only sorts', () => {
    const equalities = { ...byStatus, where: [...byStatus.where, ['total', '==']], orderBy: [] } as const;
    expect(compositeIndexOf(equalities)).toBeUndefined();
    expect(compositeIndexOf({ ...byStatus, where: [] })).toBeUndefined();
    const several = { ...byStatus, where: [['total', 'in'], ...byStatus.where] } as const;
    expect(compositeIndexOf({ ...several, orderBy: [] })).toBeUndefined();
    expect(compositeIndexOf(several)?.equal).toEqual(['total', 'status']);
  });
});
