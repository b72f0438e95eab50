import { describe, expect, test } from 'vitest';
import { lookUp } from '../../support/rules/project.ts';
import { double, serverTime, type Fields, type Written } from '../../support/rules/values.ts';
import { update } from '../../support/rules/verbs.ts';
import { member, person, product, tenant, underOurRules, underWrongRules } from './places.ts';

const stranger = person('stranger');
const editor = member('member');
const path = `${tenant}/products/cup`;
const stamps: Written = { updatedAt: serverTime, updatedBy: editor.uid };

const guarded = (condition: string): string => `match /products/{product} { allow update: if ${condition}; }`;
const diff = 'request.resource.data.diff(resource.data)';

/** Under ours, what is refused leaves the product as it was. */
async function refused(name: string, fields: Written, before: Fields = product): Promise<void> {
  const ours = await underOurRules(name, { [path]: before });
  const lay = await lookUp(ours, [path]);
  expect(await update(ours, editor, path, { ...fields, ...stamps })).toBe('deny');
  expect(await lookUp(ours, [path])).toEqual(lay);
  expect(await update(ours, editor, path, { name: 'A bowl', ...stamps })).toBe('allow');
}

describe('what an update changes', () => {
  test('includes the keys that it adds, and changedKeys() misses them', async () => {
    const wrong = await underWrongRules('added', guarded(`${diff}.changedKeys().hasOnly(['name'])`), {
      'products/cup': { name: 'A cup', stock: 7 },
    });
    expect(await update(wrong, stranger, 'products/cup', { stock: 8 })).toBe('deny');
    expect(await update(wrong, stranger, 'products/cup', { name: 'A bowl', role: 'owner' })).toBe('allow');
    await refused('added', { role: 'owner' });
  });

  test('may lie inside a map, where a diff of the document does not look', async () => {
    const wrong = await underWrongRules('inside', guarded(`${diff}.affectedKeys().hasOnly(['settings'])`), {
      'products/cup': { settings: { colour: 'red', role: 'viewer' } },
    });
    expect(await update(wrong, stranger, 'products/cup', { settings: { colour: 'red', role: 'owner' } })).toBe('allow');
    expect(await update(wrong, stranger, 'products/cup', { role: 'owner' })).toBe('deny');
    // No field that a client writes is a map, nor can it be made one.
    await refused('inside', { name: { text: 'A bowl', role: 'owner' } });
    await refused('inside', { settings: { role: 'owner' } }, { ...product, settings: { role: 'viewer' } });
  });

  test('may be the type of a number alone: 7 and 7.0 are no difference to a diff', async () => {
    const wrong = await underWrongRules('types', guarded(`${diff}.affectedKeys().hasOnly(['name'])`), {
      'products/cup': { name: 'A cup', stock: 7 },
    });
    expect(await update(wrong, stranger, 'products/cup', { stock: double(7) })).toBe('allow');
    expect(await update(wrong, stranger, 'products/cup', { stock: double(7.5) })).toBe('deny');
    await refused('types', { stock: double(7) });
  });
});
