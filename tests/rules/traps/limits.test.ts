import { describe, expect, test } from 'vitest';
import { perform } from '../../support/rules/perform.ts';
import type { Project } from '../../support/rules/project.ts';
import { call } from '../../support/rules/rpc.ts';
import { serverTime, type Fields } from '../../support/rules/values.ts';
import { get } from '../../support/rules/verbs.ts';
import type { Write } from '../../support/rules/operations.ts';
import { member, moment, person, product, tenant, underOurRules, underWrongRules } from './places.ts';

const stranger = person('stranger');
const editor = member('member');
const parents = Object.fromEntries(numbers(30).map((n): [string, Fields] => [`parents/p${n}`, {}]));

function numbers(length: number): number[] {
  return Array.from({ length }, (_, n) => n);
}

/** A project where one document is read under a condition, and one is created under a parent of its name. */
function limited(condition: string, functions = ''): Promise<Project> {
  const parent = 'exists(/databases/$(database)/documents/parents/$(doc))';
  const match = `${functions} match /docs/{doc} { allow get: if ${condition}; allow create: if ${parent}; }`;
  return underWrongRules('limits', match, { ...parents, 'docs/one': {} });
}

const all = (terms: readonly string[]): string => terms.join(' && ');
const commit = (project: Project, writes: readonly Write[], who = stranger) =>
  perform(project, who, { kind: 'commit', writes });

describe('more than the rules can count', () => {
  test('are eleven documents in one request', async () => {
    const asks = (count: number) =>
      limited(all(numbers(count).map((n) => `exists(/databases/$(database)/documents/parents/p${n})`)));
    expect(await get(await asks(10), stranger, 'docs/one')).toBe('allow');
    expect(await get(await asks(11), stranger, 'docs/one')).toBe('deny');
  });

  test('are twenty-one in a batch', async () => {
    const project = await limited('true');
    const creations = (count: number): readonly Write[] =>
      numbers(count).map((n) => ({ kind: 'create', path: `docs/p${n}`, fields: {} }));
    expect(await commit(project, creations(21))).toBe('deny');
    expect(await commit(project, creations(20))).toBe('allow');
  });

  test('are a thousand expressions: that refuses, and nothing else tells of it', async () => {
    const functions = `function fifty() { return ${all(numbers(50).map(() => '1 == 1'))}; }`;
    const asks = (times: number) => limited(all(numbers(times).map(() => 'fifty()')), functions);
    expect(await get(await asks(3), stranger, 'docs/one')).toBe('allow');
    expect(await get(await asks(6), stranger, 'docs/one')).toBe('deny');
  });

  test('are calls below calls, variables and terms of a chain: such rules do not load', async () => {
    const calls = (depth: number): string =>
      numbers(depth)
        .map((n) => `function f${n}() { return ${n === depth - 1 ? 'true' : `f${n + 1}()`}; }`)
        .join(' ');
    const variables = (count: number): string =>
      `function f0() { ${numbers(count)
        .map((n) => `let v${n} = ${n};`)
        .join(' ')} return v0 == 0; }`;
    const chain = (count: number): string => all(numbers(count).map(() => 'true'));
    await limited('f0()', calls(20));
    await limited('f0()', variables(10));
    await limited(chain(98));
    await expect(limited('f0()', calls(23))).rejects.toThrow('call depth of 20');
    await expect(limited('f0()', variables(13))).rejects.toThrow('variable count of 10');
    await expect(limited(chain(101))).rejects.toThrow('too complex');
  });
});

describe('ours stay within', () => {
  test('when they refuse somebody with the longest way through them', async () => {
    const fence = Object.fromEntries(numbers(100).map((n) => [`person-${n}`, 5]));
    const roles = Object.fromEntries(
      numbers(50).map((n) => [`role-${n}`, ['order:read-own', 'product:read-published']]),
    );
    const visits = { supportUntil: new Date(Date.now() + 60_000), support: { 'the-role-49': moment } };
    const order = `${tenant}/orders/others`;
    const ours = await underOurRules('limits', { [order]: { customerUid: 'somebody' } }, { fence, roles, ...visits });
    const last = member('role-49', { operator: true });
    const { code, words } = await call('GetDocument', { name: `${ours.documents}/${order}` }, last.token);
    expect(code).toBe('PERMISSION_DENIED');
    expect(words).not.toContain('maximum');
  });

  test('in batches, whose tenant is looked up once', async () => {
    const cups = numbers(100).map((n) => `${tenant}/products/cup-${n}`);
    const ours = await underOurRules('limits', Object.fromEntries(cups.map((path) => [path, product])));
    const fields = { name: 'x'.repeat(120), updatedAt: serverTime, updatedBy: editor.uid } as const;
    const edits = cups.map((path): Write => ({ kind: 'update', path, fields }));
    expect(await commit(ours, edits, editor)).toBe('allow');
  });

  test('in batches of notes under nineteen orders, and no more: each order is a document to look up', async () => {
    const orders = numbers(20).map((n) => `${tenant}/orders/order-${n}`);
    const ours = await underOurRules('limits', Object.fromEntries(orders.map((path) => [path, { number: 1 }])));
    const fields = { text: 'Call.', authorUid: editor.uid, createdAt: serverTime, updatedAt: serverTime } as const;
    const notes = orders.map((order): Write => ({ kind: 'create', path: `${order}/notes/one`, fields }));
    expect(await commit(ours, notes, editor)).toBe('deny');
    expect(await commit(ours, notes.slice(0, 19), editor)).toBe('allow');
  });
});
