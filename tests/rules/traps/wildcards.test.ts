import { describe, expect, test } from 'vitest';
import { rules } from '../../support/rules/project.ts';
import { create, get, list } from '../../support/rules/verbs.ts';
import { serverTime } from '../../support/rules/values.ts';
import { member, moment, person, tenant, underOurRules, underWrongRules } from './places.ts';

const stranger = person('stranger');
const viewer = member('viewer');
const editor = member('member');

describe('a recursive wildcard', () => {
  test('matches the document that it hangs under, too', async () => {
    const wrong = await underWrongRules('parent', 'match /tenants/{id}/{rest=**} { allow read: if true; }', {
      'tenants/a': { plan: 'free' },
      'tenants/a/products/cup': { name: 'A cup' },
      'others/a': {},
    });
    expect(await get(wrong, stranger, 'tenants/a/products/cup')).toBe('allow');
    expect(await get(wrong, stranger, 'tenants/a')).toBe('allow');
    expect(await get(wrong, stranger, 'others/a')).toBe('deny');

    // Ours grant by none: whoever reads a collection reads neither what it hangs under nor what hangs under it.
    const ours = await underOurRules('parent', {
      [tenant]: { plan: 'free' },
      [`${tenant}/products/cup`]: { status: 'published' },
      [`${tenant}/products/cup/drafts/one`]: { name: 'A bowl' },
    });
    const customer = member('customer');
    expect(await get(ours, customer, `${tenant}/products/cup`)).toBe('allow');
    expect(await get(ours, customer, tenant)).toBe('deny');
    expect(await get(ours, viewer, `${tenant}/products/cup/drafts/one`)).toBe('deny');
    expect(await get(ours, viewer, tenant)).toBe('allow');
  });

  test('wins over every narrow rule: rules are or-ed', async () => {
    const wrong = await underWrongRules(
      'wide',
      'match /secrets/{id} { allow read: if false; } match /{path=**} { allow read: if request.auth != null; }',
      { 'secrets/one': {} },
    );
    expect(await get(wrong, stranger, 'secrets/one')).toBe('allow');
    expect(await get(wrong, { token: undefined }, 'secrets/one')).toBe('deny');

    // The only wide one of ours grants nothing.
    expect(rules.match(/=\*\*\}[^;]*;/g)).toEqual(['=**} {\n      allow read, write: if false;']);
    const ours = await underOurRules('wide', { [`${tenant}/system/counters`]: {}, [`${tenant}/members/a`]: {} });
    expect(await get(ours, member('owner'), `${tenant}/system/counters`)).toBe('deny');
    expect(await list(ours, member('owner'), { collection: `${tenant}/system` })).toBe('deny');
    expect(await get(ours, member('owner'), `${tenant}/members/a`)).toBe('allow');
  });
});

test('a document can be created under a parent that does not exist', async () => {
  const wrong = await underWrongRules('orphan', 'match /orders/{order}/notes/{note} { allow create: if true; }', {});
  expect(await create(wrong, stranger, 'orders/none/notes/one', { text: 'Call.' })).toBe('allow');
  expect(await create(wrong, stranger, 'orders/none', { text: 'Call.' })).toBe('deny');

  const ours = await underOurRules('orphan', { [`${tenant}/orders/there`]: { customerUid: null, placedAt: moment } });
  const note = { text: 'Call.', authorUid: editor.uid, createdAt: serverTime, updatedAt: serverTime } as const;
  expect(await create(ours, editor, `${tenant}/orders/none/notes/one`, note)).toBe('deny');
  expect(await create(ours, editor, `${tenant}/orders/there/notes/one`, note)).toBe('allow');
});
