import { paths } from '@tenantry/model/paths';
import { newTenantId } from '@tenantry/model/tenant-id';
import { expect, test } from 'vitest';
import type { BusinessCheck } from '../../../functions/src/doctor/check.ts';
import { examine } from '../../../functions/src/doctor/examine.ts';
import { placed } from '../../../functions/src/doctor/platform/placed.ts';
import { database } from '../../support/database.ts';
import { newTenant } from '../../support/people.ts';
import { lookAt } from './patient.ts';

/** What the doctor says of two businesses of which one can't be looked at, and how it counts them. */
async function whileUnreadable(tenantId: string, isPlaced?: (tenantId: string) => Promise<boolean>) {
  const seen = new Set<string>();
  const said: string[] = [];
  const broken: BusinessCheck = {
    looksAt: 'businesses',
    look: (business, found) => {
      seen.add(business.tenantId);
      if (business.tenantId === tenantId) throw new Error('14 UNAVAILABLE');
      found.lookAt();
      return Promise.resolve();
    },
  };
  const rows = await examine(
    { platform: {}, business: { broken } },
    { tell: (line) => said.push(line), patience: 0, ...(isPlaced && { isPlaced }) },
  );
  return { said, rows, seen };
}

test('a business that could not be looked at is counted and told when it can’t be asked either whether it is still there', async () => {
  const [{ tenantId }, { tenantId: other }] = await Promise.all([newTenant(), newTenant()]);
  const told = `${tenantId} broken: could not be looked at: 14 UNAVAILABLE`;
  const outage = await whileUnreadable(tenantId, () => Promise.reject(new Error('14 UNAVAILABLE')));
  expect(outage.said).toEqual([told]);
  expect(outage.rows).toMatchObject([{ wrong: 0, failed: 1, looked: outage.seen.size - 1 }]);
  expect(outage.seen).toContain(other);

  expect((await whileUnreadable(tenantId)).said).toEqual([told]);
  const gone = await whileUnreadable(tenantId, (asked) => Promise.resolve(asked !== tenantId));
  expect(gone.said).toEqual([]);
  expect(gone.rows).toMatchObject([{ wrong: 0, failed: 0 }]);
});

test('what could not be looked at by itself is told by its id, and the others are looked at', async () => {
  const said: string[] = [];
  async function* pages() {
    yield await Promise.resolve([{ id: 'one' }, { id: 'two' }, { id: 'three' }]);
  }
  const rows = await examine(
    {
      platform: {
        things: {
          looksAt: 'things',
          pages,
          look({ id }, found) {
            if (id === 'two') throw new Error('no answer');
            found.lookAt();
            return Promise.resolve();
          },
        },
      },
      business: {},
    },
    { tell: (line) => said.push(line), patience: 0 },
  );
  expect(said).toEqual(['things: two could not be looked at: no answer']);
  expect(rows).toMatchObject([{ looked: 2, wrong: 0, failed: 1 }]);
});

test('a business whose placement lacks its database is there: it is told of, and nobody is told to delete it', async () => {
  const tenantId = newTenantId();
  const placement = database().doc(paths.placement(tenantId));
  await placement.set({ slug: `half-${tenantId.toLowerCase()}` });
  expect((await whileUnreadable(tenantId)).said).toEqual([
    `${tenantId} broken: could not be looked at: 14 UNAVAILABLE`,
  ]);
  expect(await lookAt(placed, { id: tenantId })).toEqual([]);
  await placement.delete();
  expect(await lookAt(placed, { id: tenantId })).toHaveLength(1);
});
