import type { Claims } from '@tenantry/model/claims';
import { paths } from '@tenantry/model/paths';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginClaimsChange } from '../../../functions/src/platform/claims/change-claims.ts';
import { pruneAfterMilliseconds, pruneFences } from '../../../functions/src/platform/claims/prune-fences.ts';
import type { ClaimsRecord } from '../../../functions/src/platform/data/documents.ts';
import { authentication, readDocument, storedClaims } from '../../support/database.ts';
import { bareTenants, changeRole, putMember, readAccess, removePerson } from '../../support/claims/memberships.ts';
import { newPerson } from '../../support/people.ts';

const start = new Date('2030-01-01T00:00:00Z');
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);

describe('a fence entry', () => {
  let uid: string;
  let tenantId: string;

  beforeEach(async () => {
    const [person, [id = '']] = await Promise.all([newPerson('pruned'), bareTenants(1)]);
    uid = person.uid;
    tenantId = id;
    await putMember(tenantId, uid);
    await (await beginClaimsChange(uid, { tenantId, active: true })).finish();
    await removePerson(tenantId, uid);
  });

  const fence = async () => (await readAccess(tenantId)).fence;

  /** Runs the schedule until it notes agreement: a trigger of the changes before may hold a mark on the person still. */
  async function noteAt(moment: Date): Promise<void> {
    const noted = async () => {
      await pruneFences(moment);
      const record = (await readDocument(paths.userClaims(uid))) as ClaimsRecord | undefined;
      return record?.agreed?.[tenantId]?.at.toMillis();
    };
    await expect.poll(noted, { timeout: 30_000 }).toBe(moment.getTime());
  }

  /** Runs the schedule until the entry is gone, for the same reason. */
  async function goneAt(moment: Date): Promise<void> {
    await expect.poll(() => pruneFences(moment).then(fence), { timeout: 30_000 }).toEqual({});
  }

  /** Runs the schedule until it has put the claims right, for the same reason. */
  async function rightAt(moment: Date): Promise<void> {
    const claims = () => pruneFences(moment).then(() => storedClaims(uid));
    await expect.poll(claims, { timeout: 30_000 }).toEqual({ tenants: {} });
  }

  test('goes 70 minutes after agreement was seen, and not before', async () => {
    await noteAt(start);
    expect(await fence()).toEqual({ [uid]: 2 });
    await pruneFences(later(pruneAfterMilliseconds - 1_000));
    expect(await fence()).toEqual({ [uid]: 2 });
    await goneAt(later(pruneAfterMilliseconds));
  });

  test("stays while a writer's mark stands", async () => {
    await noteAt(start);
    const change = await beginClaimsChange(uid, { tenantId, active: false });
    await pruneFences(later(pruneAfterMilliseconds));
    expect(await fence()).toEqual({ [uid]: 2 });
    await change.finish();
    await goneAt(later(pruneAfterMilliseconds));
  });

  test('stays, and the claims are put right, when they still say what was', async () => {
    await leaveOldClaims(uid, { tenants: { [tenantId]: ['member', 1] } });
    await rightAt(start);
    await noteAt(later(pruneAfterMilliseconds));
    expect(await fence()).toEqual({ [uid]: 2 });
    await goneAt(later(2 * pruneAfterMilliseconds));
  });

  test('waits 70 minutes anew when claims that had agreed were found old and put right', async () => {
    await noteAt(start);
    await leaveOldClaims(uid, { tenants: { [tenantId]: ['member', 1] } });
    await rightAt(later(pruneAfterMilliseconds));

    // A token that was made just before lives on, and nothing but the entry stands against it.
    const nextRun = pruneAfterMilliseconds + 30 * 60_000;
    await pruneFences(later(nextRun));
    expect(await fence()).toEqual({ [uid]: 2 });
    await noteAt(later(nextRun));
    await goneAt(later(nextRun + pruneAfterMilliseconds));
  });

  test('that was raised anew begins anew', async () => {
    await noteAt(start);
    await putMember(tenantId, uid, 'member', 2);
    await changeRole(tenantId, uid, 'viewer');
    await noteAt(later(pruneAfterMilliseconds));
    expect(await fence()).toEqual({ [uid]: 3 });
    await goneAt(later(2 * pruneAfterMilliseconds));
    expect(await storedClaims(uid)).toEqual({ tenants: { [tenantId]: ['viewer', 3] } });
  });
});

/** Sets old claims as a late writer would, when the triggers of the changes before are through: they would heal them. */
async function leaveOldClaims(uid: string, claims: Claims): Promise<void> {
  await expect
    .poll(
      async () => {
        await authentication().setCustomUserClaims(uid, claims);
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        return storedClaims(uid);
      },
      { timeout: 30_000 },
    )
    .toEqual(claims);
}
