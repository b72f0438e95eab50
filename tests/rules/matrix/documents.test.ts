import { describe, expect, test } from 'vitest';
import * as business from '@tenantry/model/documents/business';
import * as people from '@tenantry/model/documents/people';
import * as platform from '@tenantry/model/documents/platform';
import * as tenants from '@tenantry/model/documents/tenants';
import { platformDocuments } from '../../support/rules/documents/platform-documents.ts';
import { tenantDocuments } from '../../support/rules/documents/tenant-documents.ts';

const suffix = 'Document';
const tables: Readonly<Record<string, object>> = { ...tenantDocuments, ...platformDocuments };

/** The kinds of document that the model knows, with the names of their fields. */
const kinds = [business, people, platform, tenants].flatMap((module) =>
  Object.entries<unknown>(module).flatMap(([name, schema]) =>
    name.endsWith(suffix) && typeof schema === 'object' && schema !== null && 'shape' in schema
      ? [[name.slice(0, -suffix.length), Object.keys(schema.shape as object)] as const]
      : [],
  ),
);

describe('the tables of fields', () => {
  test('are made for more than one kind of document', () => {
    expect(kinds.length).toBeGreaterThan(10);
  });

  test.each(kinds)('know every field of the document "%s"', (kind, fields) => {
    expect(Object.keys(tables[kind] ?? {}).sort()).toEqual([...fields].sort());
  });
});
