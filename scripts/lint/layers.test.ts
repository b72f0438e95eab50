import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { refusal } from './layers.js';

const root = path.resolve(import.meta.dirname, '../..');

/** file, what it may not import, what it may: the two differ in one fact. */
const rows = [
  ['web/src/shared/ui/button.tsx', '../../features/orders/list.tsx', '../text.ts'],
  ['web/src/shared/ui/button.tsx', '../../app/router.tsx', '../text.ts'],
  ['web/src/features/orders/list.tsx', '../../app/router.tsx', '../../shared/text.ts'],
  ['web/src/features/orders/list.tsx', '../products/editor.tsx', './row.tsx'],
  ['web/src/features/orders/parts/row.tsx', '../../products/editor.tsx', '../list.tsx'],
  ['web/src/features/orders/list.tsx', 'firebase-admin/firestore', 'firebase/firestore'],
  ['web/src/app/router.tsx', '../../../functions/src/platform/health.ts', '../features/orders/list.tsx'],
  ['functions/src/orders/place-order.ts', 'firebase-admin/firestore', 'firebase-admin/auth'],
  ['functions/src/orders/place-order.ts', '@google-cloud/firestore', '@tenantry/model/paths'],
  ['functions/src/orders/place-order.ts', '../platform/data/firestore.ts', '../platform/repository.ts'],
  ['functions/src/orders/place-order.ts', '../operators/list-tenants.ts', '../tenancy/create-tenant.ts'],
  ['functions/src/members/remove-member.ts', '../platform/data/tenants/across-tenants.ts', '../platform/documents.ts'],
  ['functions/src/platform/wrapper.ts', '../orders/place-order.ts', './repository.ts'],
  ['functions/src/mail/send-mail.ts', '../catalogue/create-product.ts', '../tenancy/create-tenant.ts'],
  ['functions/src/api.ts', './operators/list-tenants.ts', './orders/place-order.ts'],
  ['functions/src/index.ts', '../../scripts/start.ts', './operators/list-tenants.ts'],
  ['model/src/paths.ts', 'firebase/firestore', 'zod'],
  ['model/src/paths.ts', '../../functions/src/index.ts', './roles.ts'],
] as const;

describe('the layers', () => {
  test.each(rows)('%s may not import %s, but %s', (file, denied, allowed) => {
    expect(refusal(file, denied)).toEqual(expect.any(String));
    expect(refusal(file, allowed)).toBeNull();
  });

  test('operators reach across tenants', () => {
    expect(refusal('functions/src/operators/list-tenants.ts', '../platform/data/tenants/across-tenants.ts')).toBeNull();
    expect(refusal('functions/src/platform/data/tenants/every-tenant.ts', './across-tenants.ts')).toEqual(
      expect.any(String),
    );
  });

  test('the platform itself holds the raw handle', () => {
    expect(refusal('functions/src/platform/repository.ts', 'firebase-admin/firestore')).toBeNull();
    expect(refusal('functions/src/platform/data/repository.ts', './firestore.ts')).toBeNull();
  });
});

/** A source that the linter must refuse by a rule, and a control that differs in that alone. */
const sources = [
  {
    rule: 'layers',
    folder: 'web/src/shared',
    source: "export * from '../app/b.ts';",
    control: "export * from './b.ts';",
  },
  {
    rule: 'layers',
    folder: 'web/src/shared',
    source: "export const b = () => import('../app/b.ts');",
    control: "export const b = () => import('./b.ts');",
  },
  {
    rule: 'layers',
    folder: 'functions/src/orders',
    source: "import type { B } from 'firebase-admin/firestore';\nexport type A = B;",
    control: "import type { B } from 'zod';\nexport type A = B;",
  },
  {
    rule: 'layers',
    folder: 'functions/src/orders',
    source: "export const a = require('firebase-admin/firestore') as unknown;",
    control: "export const a = require('zod') as unknown;",
  },
  {
    rule: 'no-explicit-any',
    folder: 'functions/src/orders',
    source: 'export const a = (b: any) => b === 1;',
    control: 'export const a = (b: unknown) => b === 1;',
  },
  {
    rule: 'no-floating-promises',
    folder: 'functions/src/orders',
    source: 'const b = async () => 1;\nexport const a = () => { b(); };',
    control: 'const b = async () => 1;\nexport const a = async () => { await b(); };',
  },
  {
    rule: 'ban-ts-comment',
    folder: 'functions/src/orders',
    source: '// @ts-ignore\nexport const a = 1;',
    control: '// why\nexport const a = 1;',
  },
  { rule: 'no-console', folder: 'functions/src/orders', source: "console.log('a');", control: "String('a');" },
  {
    rule: 'rules-of-hooks',
    folder: 'web/src/shared',
    extension: '.tsx',
    source:
      "import { useState } from 'react';\nexport function A({ b }: { b: boolean }) {\n  if (b) useState(1);\n  return null;\n}",
    control:
      "import { useState } from 'react';\nexport function A({ b }: { b: boolean }) {\n  useState(b);\n  return null;\n}",
  },
  {
    rule: 'alt-text',
    folder: 'web/src/shared',
    extension: '.tsx',
    source: 'export const A = () => <img src="a.png" />;',
    control: 'export const A = () => <img src="a.png" alt="A shop" />;',
  },
  {
    rule: 'no-restricted-globals',
    folder: 'web/src/shared',
    source: 'export const a = process.title;',
    control: 'export const a = location.href;',
  },
  {
    rule: 'no-focused-tests',
    folder: 'tests/rules',
    extension: '.test.ts',
    source: "import { test } from 'vitest';\ntest.only('a', () => {});",
    control: "import { test } from 'vitest';\ntest('a', () => {});",
  },
].map((row) => ({ extension: '.ts', ...row }));

describe('the linter', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenantry-lint-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What oxlint says under our configuration about each source, in the order given. */
  function lint(name: string, files: readonly { folder: string; extension: string; source: string }[]): string[] {
    const checkout = path.join(folder, name);
    for (const file of ['.oxlintrc.json', 'scripts/lint/layers.js']) {
      mkdirSync(path.dirname(path.join(checkout, file)), { recursive: true });
      copyFileSync(path.join(root, file), path.join(checkout, file));
    }
    write(path.join(checkout, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "jsx": "react-jsx" } }');
    const paths = files.map(({ folder: room, extension }, index) => `${room}/row-${index}${extension}`);
    for (const [index, { source }] of files.entries()) write(path.join(checkout, paths[index] ?? ''), source);
    const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '-f', 'unix'], { cwd: checkout, encoding: 'utf8' });
    const lines = stdout.split('\n');
    return paths.map((file) => lines.filter((line) => line.startsWith(file)).join('\n'));
  }

  const refused = lint('refused', sources);
  const passed = lint(
    'passed',
    sources.map((row) => ({ ...row, source: row.control })),
  );

  test.each(sources.map((row, index) => ({ ...row, index })))('$rule refuses: $source', ({ rule, index }) => {
    expect(refused[index]).toContain(rule);
    expect(passed[index]).not.toContain(rule);
  });
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
