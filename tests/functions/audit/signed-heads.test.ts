import { paths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, test } from 'vitest';
import { adminTasks } from '../../../functions/src/admin-tasks.ts';
import { schedules } from '../../../functions/src/schedules.ts';
import { closeExpiredDoor } from '../../../functions/src/support/close-support-door.ts';
import { inTenantContext } from '../../../functions/src/platform/tenant-context.ts';
import { auditKey } from '../../../functions/src/platform/environment.ts';
import { database } from '../../support/database.ts';
import { type Chain, newChain, signedHeadsOf } from './chain.ts';

/** Days on which nobody else signs in these tests. */
const days = { first: new Date('2031-03-01T00:05:00Z'), second: new Date('2031-03-02T00:05:00Z') };
const signedAt = 4;
let chain: Chain;

beforeAll(async () => {
  chain = await newChain(signedAt);
  await schedules.signAuditHeads(days.first);
  await chain.grow(2);
});

const whole = { entries: signedAt + 2 };

/** Changes the signed head of the first day, tells what is found, and puts it back. */
async function whileHeadIs(change: (head: { details: Record<string, unknown> }) => object) {
  const [head] = await signedHeadsOf(chain.tenantId);
  if (!head) throw new Error('No head was signed.');
  const { id, ...data } = head;
  await database().doc(paths.platformAudit(id)).set(change(data));
  const found = await chain.verify();
  await database().doc(paths.platformAudit(id)).set(data);
  return found;
}

describe('a head', () => {
  test('is signed once a day for each business, where its chain ends, and stands in the platform’s log', async () => {
    const { tenantId } = chain;
    const signed = await signedHeadsOf(tenantId);
    expect(signed).toMatchObject([
      {
        id: `head-${tenantId}-2031-03-01`,
        action: 'audit.head-signed',
        actor: 'schedule:signAuditHeads',
        target: tenantId,
        details: { seq: signedAt, hash: (await chain.read(signedAt)).hash, day: '2031-03-01' },
      },
    ]);
    await schedules.signAuditHeads(days.first);
    expect(await signedHeadsOf(tenantId)).toEqual(signed);
    expect(await adminTasks['audit:verify']?.(['--tenant', tenantId])).toContain('Its end was last signed at 20');
    expect(await chain.verify()).toEqual(whole);
  });
});

describe('against a signed head', () => {
  test('a cut tail is found although the chain’s own head was set back', async () => {
    const cut = (last: number) =>
      chain.whileTampered(async () => {
        await chain.remove(...[4, 5, 6].filter((seq) => seq > last));
        await chain.setHead(last);
      });
    expect(await cut(3)).toEqual({ entries: 3, firstBad: 4 });
    // What was written after the signature is not in it: so much can be lost within a day.
    expect(await cut(4)).toEqual({ entries: 4 });
    expect(await chain.verify()).toEqual(whole);
  });

  test('a chain that somebody with the key wrote anew is found', async () => {
    const rewrite = (seq: number) =>
      chain.whileTampered(() =>
        chain.rewrite((entry) => (entry.seq === seq ? { ...entry, target: 'x' } : entry), auditKey.value()),
      );
    expect(await rewrite(2)).toEqual({ ...whole, firstBad: signedAt });
    expect(await rewrite(5)).toEqual(whole);
  });

  test('a tail that was cut and grew again is found at its first new entry, by the time of the signature', async () => {
    const late = Timestamp.fromMillis(Date.now() + 3_600_000);
    const grownAgain = () =>
      chain.rewrite((entry) => (entry.seq >= 3 ? { ...entry, at: late } : entry), auditKey.value());
    expect(await chain.whileTampered(grownAgain)).toEqual({ ...whole, firstBad: 3 });
  });
});

describe('a signed head that somebody forged', () => {
  test.each<[string, Record<string, unknown>]>([
    ['its hash', { hash: 'another' }],
    ['its sequence', { seq: 2 }],
    ['its day', { day: '2031-03-09' }],
    ['its signature', { signature: 'another' }],
    ['a field more', { note: '' }],
  ])('in %s is found at the entry that it names', async (_, details) => {
    const found = await whileHeadIs((head) => ({ ...head, details: { ...head.details, ...details } }));
    expect(found).toEqual({ ...whole, firstBad: details.seq ?? signedAt });
    expect(await chain.verify()).toEqual(whole);
  });

  test.each([{ target: 'AAAAAAAAAA' }, { action: 'another' }, { target: null, details: {} }])(
    'so that it is not looked for by %j is found all the same',
    async (change) => {
      expect(await whileHeadIs((head) => ({ ...head, ...change }))).toHaveProperty('firstBad');
      expect(await chain.verify()).toEqual(whole);
    },
  );

  test('in its time is found', async () => {
    expect(await whileHeadIs((head) => ({ ...head, at: Timestamp.now() }))).toEqual({ ...whole, firstBad: signedAt });
  });

  test('is found when it names what is not there, and when it is another business’s', async () => {
    const far = await whileHeadIs((head) => ({ ...head, details: { ...head.details, seq: 1_000 } }));
    expect(far).toEqual({ ...whole, firstBad: whole.entries + 1 });
    const [other] = await signedHeadsOf((await signedChain()).tenantId);
    expect(await whileHeadIs((head) => ({ ...head, details: other?.details }))).toMatchObject({ firstBad: 2 });
  });
});

// Last, since every business is signed anew.
describe('a head on another day', () => {
  test('is not signed when somebody else put it there, and the others’ are', async () => {
    const [bad, good] = [await newChain(2), await newChain(2)];
    // What a schedule does for another moment is written down with the clock's time, as the signature is.
    await good.owner.call('openSupport', { tenantId: good.tenantId, hours: 1, reason: 'Stuck' });
    await inTenantContext(good.tenantId, 'request', () => closeExpiredDoor(new Date('2040-01-01T00:00:00Z')));
    await database().doc(bad.headPath).set({ seq: 2, hash: 'made up' });
    await schedules.signAuditHeads(days.second);
    expect(await signedHeadsOf(bad.tenantId)).toEqual([]);
    expect(await signedHeadsOf(good.tenantId)).toHaveLength(1);
    expect(await good.verify()).toEqual({ entries: 4 });
  });
});

/** Another business whose head was signed. */
async function signedChain(): Promise<Chain> {
  const made = await newChain(2);
  await schedules.signAuditHeads(new Date('2031-03-03T00:05:00Z'));
  return made;
}
