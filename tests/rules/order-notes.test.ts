import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { members } from '../support/rules/actors.ts';
import { lookUp, seed, type Project } from '../support/rules/project.ts';
import { notedOrder } from '../support/rules/samples.ts';
import { tenants } from '../support/rules/tenants.ts';
import { serverTime, type Fields, type Written } from '../support/rules/values.ts';
import { create, get, list, remove, update, type Verdict } from '../support/rules/verbs.ts';
import { openWorld } from '../support/rules/world.ts';

const { member } = members;
const order = `tenants/${tenants.active.id}/orders/${notedOrder}`;
const existing = `${order}/notes/mine`;
const then = new Date('2026-01-02T03:04:05Z');
const note: Fields = { text: 'Call before noon.', authorUid: member.uid, createdAt: then, updatedAt: then };
const fresh: Written = { text: 'Call.', authorUid: member.uid, createdAt: serverTime, updatedAt: serverTime };

let project: Project;
beforeAll(async () => {
  project = await openWorld('order-notes', [member]);
});
beforeEach(() => seed(project, { [existing]: note }));

let number = 0;
/** What the rules answer to a new note; after a refusal there must be none. */
async function write(fields: Written, under: string = order): Promise<Verdict> {
  const path = `${under}/notes/n${(number += 1)}`;
  const verdict = await create(project, member, path, fields);
  expect((await lookUp(project, [path]))[path] === undefined).toBe(verdict === 'deny');
  return verdict;
}

async function change(fields: Written, removed?: readonly string[]): Promise<Verdict> {
  const before = await lookUp(project, [existing]);
  const verdict = await update(project, member, existing, fields, removed);
  if (verdict === 'deny') expect(await lookUp(project, [existing])).toEqual(before);
  return verdict;
}

describe('a note on an order', () => {
  test('hangs under an order that exists', async () => {
    expect(await write(fresh, `tenants/${tenants.active.id}/orders/never-placed`)).toBe('deny');
    expect(await write(fresh, `tenants/${tenants['wide door'].id}/orders/of-${member.uid}`)).toBe('allow');
    expect(await write(fresh)).toBe('allow');
  });

  test('without an author belongs to nobody', async () => {
    await seed(project, { [existing]: { text: 'Old.', createdAt: then, updatedAt: then } });
    expect(await change({ text: 'Later.', updatedAt: serverTime })).toBe('deny');
    expect(await remove(project, member, existing)).toBe('deny');
  });

  test("is not for the customer, not even on the customer's own order", async () => {
    const own = `tenants/${tenants.active.id}/orders/theirs`;
    await seed(project, {
      [own]: { customerUid: members.customer.uid, number: 3 },
      [`${own}/notes/one`]: note,
      [`${own}/notes/by-customer`]: { ...note, authorUid: members.customer.uid },
    });
    expect(await get(project, members.customer, own)).toBe('allow');
    expect(await get(project, members.customer, `${own}/notes/one`)).toBe('deny');
    expect(await list(project, members.customer, { collection: `${own}/notes` })).toBe('deny');
    expect(await remove(project, members.customer, `${own}/notes/by-customer`)).toBe('deny');
    expect(
      await create(project, members.customer, `${own}/notes/two`, { ...fresh, authorUid: members.customer.uid }),
    ).toBe('deny');
    expect(await get(project, member, `${own}/notes/one`)).toBe('allow');
  });
});
