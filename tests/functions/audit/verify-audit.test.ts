import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { outcomes } from '../../support/outcomes.ts';
import { hire, setAccess } from '../../support/staff.ts';
import { type Chain, newChain } from './chain.ts';

const length = 6;
const middle = 3;
const whole = { entries: length };
let chain: Chain;

beforeAll(async () => {
  chain = await newChain(length);
});

/** What verification says once an entry has other fields. */
const changed = (change: (entry: AuditDocument) => object, seq = middle) =>
  chain.whileTampered(async () => chain.write(seq, change(await chain.read(seq))));

const otherLetter = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

describe('a chain that nobody touched', () => {
  test('is whole, and every entry names the request that wrote it', async () => {
    expect(await chain.verify()).toEqual(whole);
    const requests = (await chain.readAll()).map(({ requestId }) => requestId);
    expect(requests.every((requestId) => /^[0-9a-f-]{36}$/.test(requestId))).toBe(true);
    expect(new Set(requests).size).toBe(length);
  });

  test('is whole when an entry is written again as it was', async () => {
    expect(await changed((entry) => entry)).toEqual(whole);
  });

  test('can be verified by whoever reads it, in a business that is held back too, and by nobody else', async () => {
    const { owner, tenantId } = await newChain(2);
    const [admin, member] = await Promise.all([hire(owner, tenantId, 'admin'), hire(owner, tenantId, 'member')]);
    expect(outcomes([await member.try('verifyAudit', { tenantId })])).toEqual(['denied']);
    expect(outcomes([await admin.try('verifyAudit', { tenantId })])).toEqual(['ok']);
    await setAccess(tenantId, { status: 'readonly' });
    expect(outcomes([await admin.try('verifyAudit', { tenantId })])).toEqual(['ok']);
    await setAccess(tenantId, { status: 'suspended' });
    expect(outcomes([await admin.try('verifyAudit', { tenantId })])).toEqual(['state']);
  });
});

describe('one byte changed', () => {
  test.each<[string, (entry: AuditDocument) => object]>([
    ['the sequence', (entry) => ({ ...entry, seq: 9 })],
    ['the time', (entry) => ({ ...entry, at: Timestamp.fromMillis(entry.at.toMillis() + 1) })],
    [
      'the time, by less than a hash could see',
      ({ at, ...entry }) => ({
        ...entry,
        at: new Timestamp(Math.floor(at.toMillis() / 1_000), (at.toMillis() % 1_000) * 1e6 + 1_000),
      }),
    ],
    ['who did it', (entry) => ({ ...entry, actor: otherLetter(entry.actor) })],
    ['what was done', (entry) => ({ ...entry, action: 'tenant.updatee' })],
    ['what it was done to', (entry) => ({ ...entry, target: otherLetter(entry.target) })],
    ['the details', (entry) => ({ ...entry, details: { ...entry.details, before: { orderText: 'Text 9' } } })],
    ['the details, for something that reads the same', (entry) => ({ ...entry, details: Timestamp.now() })],
    ['the request', (entry) => ({ ...entry, requestId: otherLetter(entry.requestId) })],
    ['the hash before it', (entry) => ({ ...entry, prevHash: otherLetter(entry.prevHash) })],
    ['its hash', (entry) => ({ ...entry, hash: otherLetter(entry.hash) })],
    ['the fields that it has', (entry) => ({ ...entry, note: '' })],
    [
      'the fields that it lacks',
      (entry) => Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'requestId')),
    ],
  ])('in %s is found at its entry', async (_, change) => {
    expect(await changed(change)).toEqual({ ...whole, firstBad: middle });
    expect(await chain.verify()).toEqual(whole);
  });

  test('in the first and in the last entry is found there', async () => {
    const change = (entry: AuditDocument) => ({ ...entry, actor: 'somebody' });
    expect(await changed(change, 1)).toEqual({ ...whole, firstBad: 1 });
    expect(await changed(change, length)).toEqual({ ...whole, firstBad: length });
  });
});

describe('entries', () => {
  test('that are gone are found where the first of them was', async () => {
    expect(await chain.whileTampered(() => chain.remove(middle))).toEqual({ entries: length - 1, firstBad: middle });
    expect(await chain.whileTampered(() => chain.remove(1, 2))).toEqual({ entries: length - 2, firstBad: 1 });
  });

  test('that changed places are found at the first of the two', async () => {
    const swapped = chain.whileTampered(async () => {
      const [two, four] = [await chain.read(2), await chain.read(4)];
      await chain.write(2, { ...four, seq: 2 });
      await chain.write(4, { ...two, seq: 4 });
    });
    expect(await swapped).toEqual({ ...whole, firstBad: 2 });
    const misplaced = chain.whileTampered(async () => {
      const [two, four] = [await chain.read(2), await chain.read(4)];
      await chain.write(2, four);
      await chain.write(4, two);
    });
    expect(await misplaced).toEqual({ ...whole, firstBad: 2 });
  });

  test('that were put in between are found, whatever they are called', async () => {
    const audits = database().collection(inTenant(chain.tenantId, tenantPaths.audits()));
    for (const [id, firstBad] of [
      ['000000000002x', 3],
      ['zzz', length + 1],
      ['000000000000', 1],
    ] as const) {
      const found = await chain.whileTampered(async () => audits.doc(id).set(await chain.read(2)));
      expect(found, id).toEqual({ entries: length + 1, firstBad });
    }
  });

  test('that are cut off are found as long as the head knows of them', async () => {
    const found = await chain.whileTampered(() => chain.remove(length - 1, length));
    expect(found).toEqual({ entries: length - 2, firstBad: length - 1 });
  });

  test('that the head was set back before are found, and so is a head that names another hash', async () => {
    expect(await chain.whileTampered(() => chain.setHead(4))).toEqual({ ...whole, firstBad: 5 });
    const head = await chain.readHead();
    const renamed = () =>
      database()
        .doc(chain.headPath)
        .set({ ...head, hash: otherLetter(String(head?.hash)) });
    expect(await chain.whileTampered(renamed)).toEqual({ ...whole, firstBad: length });
  });

  test('that are all gone, and the head with them, are missed: every business was opened once', async () => {
    const everything = async () => {
      await chain.remove(...Array.from({ length }, (_, index) => index + 1));
      await database().doc(chain.headPath).delete();
    };
    expect(await chain.whileTampered(everything)).toEqual({ entries: 0, firstBad: 1 });
  });
});

describe('a whole chain', () => {
  test('that somebody without the key wrote anew is bad from its first entry', async () => {
    const rewritten = () => chain.rewrite((entry) => (entry.seq === 4 ? { ...entry, actor: 'somebody' } : entry));
    expect(await chain.whileTampered(rewritten)).toEqual({ ...whole, firstBad: 1 });
  });

  test('of another business is bad from its first entry', async () => {
    const other = await newChain(3);
    expect(await other.verify()).toEqual({ entries: 3 });
    const copied = chain.whileTampered(async () => {
      await chain.remove(4, 5, 6);
      for (const entry of await other.readAll()) await chain.write(entry.seq, entry);
      await chain.setHead(3);
    });
    expect(await copied).toEqual({ entries: 3, firstBad: 1 });
  });
});
