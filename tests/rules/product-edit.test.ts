import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { productStatuses } from '@tenantry/model/documents/business';
import { members } from '../support/rules/actors.ts';
import { lookUp, seed, type Project } from '../support/rules/project.ts';
import { productFields } from '../support/rules/samples.ts';
import { clientClock, tenants } from '../support/rules/tenants.ts';
import { double, serverTime, type Value, type Written } from '../support/rules/values.ts';
import { replace, update, type Verdict } from '../support/rules/verbs.ts';
import { openWorld } from '../support/rules/world.ts';

const { member } = members;
const path = `tenants/${tenants.active.id}/products/edited`;
const stamps: Written = { updatedAt: serverTime, updatedBy: member.uid };
const long = (length: number, letter = 'x'): string => letter.repeat(length);

let project: Project;
beforeAll(async () => {
  project = await openWorld('product-edit', [member]);
});
beforeEach(() => seed(project, { [path]: productFields('published') }));

/** What the rules answer to an edit; after a refusal the product must be as it was. */
async function edit(fields: Written, removed?: readonly string[]): Promise<Verdict> {
  const before = await lookUp(project, [path]);
  const verdict = await update(project, member, path, fields, removed);
  if (verdict === 'deny') expect(await lookUp(project, [path])).toEqual(before);
  return verdict;
}

type Field = 'name' | 'description' | 'unitAmount' | 'status';
type Cases = { readonly allowed: readonly Value[]; readonly denied: readonly Value[] };

/** Each denied value stands beside an allowed one on the other side of the edge. */
const values = {
  name: {
    allowed: ['x', long(120), long(120, 'é'), 'Tee & Kännchen ☕', ' blank at an end '],
    denied: [
      '',
      ' ',
      '\u3000',
      long(121),
      long(121, 'é'),
      'two\nlines',
      'a\tb',
      'a\u0000b',
      'a\u007fb',
      null,
      5,
      true,
      ['x'],
      { x: 'x' },
    ],
  },
  description: {
    allowed: ['', 'one\ntwo\tthree', long(5_000), long(5_000, 'é')],
    denied: [long(5_001), 'a\u0000b', 'a\u001bb', null, 5, false, ['x'], {}],
  },
  unitAmount: {
    allowed: [0, 1, 99_999_999],
    denied: [-1, -100, 100_000_000, 4.5, double(5), double(0), '5', null, true, [5], {}],
  },
  status: {
    allowed: productStatuses,
    denied: ['', 'Published', 'deleted', 'published ', null, 1, true, ['published'], { published: true }],
  },
} as const satisfies Record<Field, Cases>;

const fields = Object.keys(values) as Field[];
const cases = (kind: keyof Cases) =>
  fields.flatMap((field) => values[field][kind].map((value: Value) => ({ field, value, shown: show(value) })));
const show = (value: Value): string => {
  const text = JSON.stringify(value);
  return text.length > 30 ? `${text.slice(0, 10)}… (${text.length - 2} long)` : text;
};

describe('an editor of products', () => {
  test.each(cases('allowed'))('sets $field to $shown', async ({ field, value }) => {
    expect(await edit({ [field]: value, ...stamps })).toBe('allow');
  });

  test.each(cases('denied'))('does not set $field to $shown', async ({ field, value }) => {
    expect(await edit({ [field]: value, ...stamps })).toBe('deny');
  });

  test.each(fields)('does not remove %s', async (field) => {
    expect(await edit(stamps, [field])).toBe('deny');
  });

  test('changes all of them at once', async () => {
    const all: Written = { name: 'A bowl', description: '', unitAmount: 900, status: 'archived', ...stamps };
    expect(await edit(all)).toBe('allow');
    expect(await lookUp(project, [path])).toMatchObject({
      [path]: { name: { stringValue: 'A bowl' }, stock: { integerValue: '7' } },
    });
  });

  const immutable: Readonly<Record<string, Value>> = {
    stock: 8,
    sku: 'SKU-2',
    createdAt: new Date(),
    createdBy: member.uid,
  };

  test.each(Object.entries(immutable))('does not change %s', async (field, value) => {
    expect(await edit({ [field]: value, ...stamps })).toBe('deny');
    expect(await edit(stamps, [field])).toBe('deny');
    expect(await edit(stamps)).toBe('allow');
  });

  test('does not add a field', async () => {
    expect(await edit({ name: 'A bowl', discount: 5, ...stamps })).toBe('deny');
    expect(await edit({ name: 'A bowl', ...stamps })).toBe('allow');
  });

  test('sends fields that did not change, as long as they did not', async () => {
    const whole: Written = { ...productFields('published'), name: 'A bowl', ...stamps };
    expect(await replace(project, member, path, { ...whole, stock: 6 })).toBe('deny');
    expect(await replace(project, member, path, whole)).toBe('allow');
  });

  test("signs with the server's clock", async () => {
    expect(await edit({ name: 'A bowl', updatedBy: member.uid })).toBe('deny');
    expect(await edit({ name: 'A bowl', ...stamps, updatedAt: clientClock })).toBe('deny');
    expect(await edit({ name: 'A bowl', ...stamps, updatedAt: new Date(Date.now() + 60_000) })).toBe('deny');
    expect(await edit({ name: 'A bowl', ...stamps, updatedAt: null })).toBe('deny');
    expect(await edit({ name: 'A bowl', updatedBy: member.uid }, ['updatedAt'])).toBe('deny');
    expect(await edit({ name: 'A bowl', ...stamps })).toBe('allow');
  });

  test('signs with their own uid', async () => {
    expect(await edit({ name: 'A bowl', updatedAt: serverTime })).toBe('deny');
    expect(await edit({ name: 'A bowl', ...stamps, updatedBy: 'somebody' })).toBe('deny');
    expect(await edit({ name: 'A bowl', ...stamps, updatedBy: members.owner.uid })).toBe('deny');
    expect(await edit({ name: 'A bowl', ...stamps, updatedBy: null })).toBe('deny');
    expect(await edit({ name: 'A bowl', updatedAt: serverTime }, ['updatedBy'])).toBe('deny');
    expect(await edit({ name: 'A bowl', ...stamps })).toBe('allow');
  });
});
