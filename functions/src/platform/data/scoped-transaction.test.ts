import type { Firestore, Transaction } from 'firebase-admin/firestore';
import { describe, expect, test } from 'vitest';
import { controlDocuments, tenantDocuments } from './documents.ts';
import { ScopedTransaction } from './scoped-transaction.ts';

const reached: string[] = [];
const questions: string[][] = [];
const database = {
  doc: (path: string) => ({ path }),
  collection: (path: string) => ({ path }),
} as unknown as Firestore;
const transaction = {
  set: ({ path }: { path: string }) => reached.push(path),
  getAll: (...asked: { path: string }[]) => {
    questions.push(asked.map(({ path }) => path));
    return Promise.resolve(asked.map(({ path }) => ({ data: () => path })));
  },
} as unknown as Transaction;

const tenant = new ScopedTransaction(transaction, database, 'tenant', 'tenants/aaaaaaaaaa');
const control = new ScopedTransaction(transaction, database, 'control', '');

describe('the repository of one tenant', () => {
  test('reaches below its tenant', () => {
    tenant.set(tenantDocuments.counters(), {} as never);
    expect(reached.at(-1)).toBe('tenants/aaaaaaaaaa/system/counters');
  });

  test.each(['', 'a/b', '/members/x', 'x/../../../tenants/bbbbbbbbbb/members/x', 'x/../y', '..', 'x/'])(
    'refuses the id "%s", which would lead elsewhere',
    (id) => {
      const before = reached.length;
      expect(() => tenant.set(tenantDocuments.member(id), {} as never)).toThrow('cannot reach');
      expect(reached).toHaveLength(before);
    },
  );

  test('refuses a path of the control plane that got past the types', () => {
    expect(() => tenant.set(controlDocuments.user('ann') as never, {})).toThrow('cannot reach');
  });
});

describe('the repository of the control plane', () => {
  test('reaches its registers', () => {
    control.set(controlDocuments.user('ann'), {} as never);
    expect(reached.at(-1)).toBe('users/ann');
  });

  test('never enters a tenant', () => {
    expect(() => control.set(tenantDocuments.member('ann') as never, {})).toThrow('cannot reach');
    expect(() => control.set({ plane: 'control', path: 'tenants/aaaaaaaaaa' }, {})).toThrow('cannot reach');
  });
});

test('what is asked for in one breath is one round trip, and each asker gets its own', async () => {
  const after = async () => {
    const first = await control.get(controlDocuments.user('cem'));
    return [first, await control.get(controlDocuments.user('dan'))];
  };
  const [ann, both, two] = await Promise.all([
    control.get(controlDocuments.user('ann')),
    control.getAll([controlDocuments.user('ann'), controlDocuments.user('bea')]),
    after(),
  ]);
  expect([ann, both, two]).toEqual(['users/ann', ['users/ann', 'users/bea'], ['users/cem', 'users/dan']]);
  expect(questions).toEqual([['users/ann', 'users/ann', 'users/bea', 'users/cem'], ['users/dan']]);
});
