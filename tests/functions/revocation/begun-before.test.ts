import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { database } from '../../support/database.ts';
import type { Person } from '../../support/people.ts';
import { type Aim, edit, name, note, query } from './attempts.ts';
import { newAim, newPlace, type Place } from './places.ts';
import { RawStream, type Told } from './raw-stream.ts';
import { ask, documents, tryRequest } from './requests.ts';
import { accessChangedAt, tracesOf } from './traces.ts';

/** What somebody who speaks to the database by hand may have begun before their removal, and goes on with after it. */

let place: Place;
let aim: Aim;
let person: Person;

beforeAll(async () => {
  place = await newPlace();
  aim = await newAim(place);
});
beforeEach(async () => {
  person = await place.shop.staff('admin');
});

const remove = () => place.shop.owner.call('removeMember', { tenantId: aim.tenantId, uid: person.uid });
const product = () => name(aim, `products/${aim.productId}`);
const read = (more: object = {}) => tryRequest(person.token, ':batchGet', { documents: [product()], ...more });
const commit = (more: object) => tryRequest(person.token, ':commit', more);
const nothingSince = async (revokedAt: number) =>
  expect((await tracesOf(person, aim)).filter((at) => at > revokedAt)).toEqual([]);

async function begin(options: object): Promise<string> {
  const { text } = await ask(person.token, ':beginTransaction', { options });
  return (JSON.parse(text) as { transaction: string }).transaction;
}

describe('a transaction', () => {
  test('that was begun before a removal reads and commits nothing after it; a colleague’s commits', async () => {
    const shopsAddress = { documents: [`${documents()}/slugs/${place.shop.slug}`] };
    const [untouched, hasRead] = [await begin({ readWrite: {} }), await begin({ readWrite: {} })];
    // Of what the removal writes it reads nothing: see below what becomes of one that does.
    await tryRequest(person.token, ':batchGet', { ...shopsAddress, transaction: hasRead });
    expect(await commit({ writes: [edit(person, aim)] })).toMatchObject({ outcome: 'done' });
    await remove();
    const revokedAt = await accessChangedAt(aim.tenantId);
    const writes = [edit(person, aim), note(person, aim)];
    expect(await commit({ transaction: untouched, writes })).toMatchObject({ outcome: 'refused' });
    expect(await read({ transaction: hasRead })).toMatchObject({ outcome: 'refused' });
    expect(await commit({ transaction: hasRead, writes })).toMatchObject({ outcome: 'refused' });
    // A refused read keeps its locks in the emulator until its transaction ends.
    for (const transaction of [untouched, hasRead]) await ask(person.token, ':rollback', { transaction });
    await nothingSince(revokedAt);

    person = place.shop.owner;
    expect(await commit({ transaction: await begin({ readWrite: {} }), writes: [edit(person, aim)] })).toMatchObject({
      outcome: 'done',
    });
  });

  test('that keeps documents locked delays a removal while it lasts, and ends with it', async () => {
    const transaction = await begin({ readWrite: {} });
    expect(await read({ transaction })).toMatchObject({ outcome: 'done' });
    let removed = false;
    const removal = remove().then(() => (removed = true));
    await wait(1_000);
    // It has not been answered: nobody is told that somebody is out who is not.
    expect(removed).toBe(false);
    expect(await read({ transaction })).toMatchObject({ outcome: 'done' });
    await ask(person.token, ':rollback', { transaction });
    await removal;
    expect(await read()).toMatchObject({ outcome: 'refused' });
    expect((await ask(person.token, ':batchGet', { documents: [product()], transaction })).status).not.toBe(200);
  });
});

describe('a read at a time of the past', () => {
  test('shows what stood then and could be read then, and never what was written since', async () => {
    await wait(50);
    const before = new Date().toISOString();
    await wait(50);
    await remove();
    const secret = randomUUID();
    await database()
      .doc(inTenant(aim.tenantId, tenantPaths.product(aim.productId)))
      .update({ name: secret });
    await wait(50);
    const after = new Date().toISOString();
    for (const readTime of [before, after, undefined]) {
      for (const answer of [
        await ask(person.token, ':batchGet', { documents: [product()], readTime }),
        await ask(person.token, `/tenants/${aim.tenantId}:runQuery`, { ...query('products'), readTime }),
      ]) {
        expect(answer.text).not.toContain(secret);
        if (readTime !== before) expect(answer.status).toBe(403);
      }
    }
    const owners = await ask(place.shop.owner.token, ':batchGet', { documents: [product()], readTime: after });
    expect(owners.text).toContain(secret);
  });
});

describe('a stream', () => {
  const open = (service: 'Listen' | 'Write', first: object) => RawStream.open(service, person.token, first);
  const oneProduct = (targetId: number, more: object = {}) => ({
    addTarget: { targetId, documents: { documents: [product()] }, ...more },
  });
  const allNotes = (targetId: number, more: object = {}) => ({
    addTarget: {
      targetId,
      query: { parent: name(aim, `orders/${aim.orderId}`), structuredQuery: { from: [{ collectionId: 'notes' }] } },
      ...more,
    },
  });
  const contents = (told: readonly Told[]) =>
    told.filter((each) => Object.keys(each).some((key) => key.startsWith('document')));
  const refusals = (told: readonly Told[]) => told.filter(({ targetChange }) => targetChange?.cause?.code === 7);

  test('that listened before a removal tells nothing after it, not to new targets and not when it is resumed', async () => {
    const tenant = database().doc(inTenant(aim.tenantId, ''));
    const goes = tenant.collection(`orders/${aim.orderId}/notes`).doc();
    await goes.set({ text: 'Call.', authorUid: 'somebody' });
    const stream = await open('Listen', oneProduct(2));
    await stream.send(allNotes(4));
    await vi.waitFor(() => expect(contents(stream.told).length).toBeGreaterThanOrEqual(2), 20_000);
    await vi.waitFor(() => expect(stream.told.at(-1)?.targetChange?.resumeToken).toBeDefined(), 20_000);
    const resumeToken = stream.told.at(-1)?.targetChange?.resumeToken;
    const readTime = new Date().toISOString();

    await remove();
    const known = stream.told.length;
    await Promise.all([tenant.collection('products').doc(aim.productId).update({ name: randomUUID() }), goes.delete()]);
    await stream.send(oneProduct(6));
    await stream.send(allNotes(8));
    const anew = await Promise.all(
      [{ resumeToken }, { readTime }, {}].map((more) => open('Listen', oneProduct(2, more))),
    );
    for (const [index, more] of [{ resumeToken }, { readTime }, {}].entries())
      await anew[index]?.send(allNotes(4, more));
    await vi.waitFor(() => {
      expect(refusals(stream.told.slice(known)).length).toBeGreaterThanOrEqual(4);
      for (const [index, each] of anew.entries())
        expect(refusals(each.told), `${index}: ${JSON.stringify(each.told)}`).toHaveLength(2);
    }, 20_000);
    expect(contents([...stream.told.slice(known), ...anew.flatMap(({ told }) => told)])).toEqual([]);
    for (const each of [stream, ...anew]) each.close();
  });

  test('that wrote before a removal writes nothing after it', async () => {
    const stream = await open('Write', {});
    const streamToken = () => stream.told.findLast((each) => each.streamToken !== undefined)?.streamToken;
    await vi.waitFor(() => expect(streamToken()).toBeDefined(), 20_000);
    await stream.send({ streamToken: streamToken(), writes: [edit(person, aim)] });
    await vi.waitFor(() => expect(stream.told.at(-1)?.writeResults).toHaveLength(1), 20_000);
    await remove();
    const revokedAt = await accessChangedAt(aim.tenantId);
    await stream.send({ streamToken: streamToken(), writes: [edit(person, aim), note(person, aim)] });
    await vi.waitFor(() => expect(stream.told.at(-1)?.error?.status).toBe('PERMISSION_DENIED'), 20_000);
    await nothingSince(revokedAt);
    stream.close();
  });
});

describe('an order', () => {
  test('that was placed before a removal is not answered again under its key, nor after the return under the old token', async () => {
    const { owner, tenantId } = place.shop;
    const input = place.shop.order([place.shelfId, 1]);
    const placed = await person.call('placeOrder', input);
    expect(await person.call('placeOrder', input)).toEqual(placed);
    await remove();
    expect(await person.try('placeOrder', input)).toMatchObject({ details: { reason: 'denied' } });
    expect(await person.try('cancelOrder', { tenantId, orderId: placed.orderId })).toMatchObject({
      details: { reason: 'denied' },
    });
    expect(await owner.try('cancelOrder', { tenantId, orderId: placed.orderId })).toMatchObject({ ok: true });
  });
});
