import { type DeclaredIndex, isIndexed } from '@tenantry/model/composite-index';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { marksQuery } from './platform/claims/sweep-claims.ts';
import { declaredQueries } from './platform/data/declared-query.ts';
import './admin-tasks.ts';
import './data-doctor.ts';
import './index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { indexes, fieldOverrides } = JSON.parse(readFileSync(`${root}firestore.indexes.json`, 'utf8')) as {
  indexes: readonly DeclaredIndex[];
  fieldOverrides: readonly { collectionGroup: string; fieldPath: string; indexes: readonly { queryScope: string }[] }[];
};

describe('the queries of the functions', () => {
  const queries = declaredQueries();

  test.each(queries)('on $collection by $where and $orderBy have their index', (query) => {
    expect(isIndexed(query, indexes)).toBe(true);
  });

  test('include some that need one, and these miss it when it goes', () => {
    expect(queries.filter((query) => !isIndexed(query, [])).map(({ collection }) => collection)).toEqual(
      expect.arrayContaining(['invites', 'mail']),
    );
  });

  test('the query across a collection group has its field opened for it', () => {
    const override = fieldOverrides.find(
      ({ collectionGroup, fieldPath }) =>
        collectionGroup === marksQuery.collectionGroup && fieldPath === marksQuery.field,
    );
    expect(override?.indexes.map(({ queryScope }) => queryScope)).toContain('COLLECTION_GROUP');
  });

  test('are made by the repository; those of the raw handle sort by one field, and are these', () => {
    const files = globSync('functions/src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
    const raw = files.filter((file) => /\.(where|orderBy)\(/.test(readFileSync(root + file, 'utf8')));
    expect(new Set(raw.map((file) => file.split('/').at(-1)))).toEqual(
      new Set([
        'across-tenants.ts',
        'every-tenant.ts',
        'scoped-transaction.ts',
        'sweep-claims.ts',
        'tenant-copies.ts',
        'whole-tenant.ts',
      ]),
    );
  });
});
