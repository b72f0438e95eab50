import type { Claims } from '@tenantry/model/claims';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginClaimsChange } from '../../../functions/src/platform/claims/change-claims.ts';
import { pruneAfterMilliseconds, pruneFences } from '../../../functions/src/platform/claims/prune-fences.ts';
import { authentication, storedClaims } from '../../support/database.ts';
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

  test('goes 70 minutes after agreement was seen, and not before', async () => {
    await pruneFences(start);
    expect(await fence()).toEqual({ [uid]: 2 });
    await pruneFences(later(pruneAfterMilliseconds - 1_000));
    expect(await fence()).toEqual({ [uid]: 2 });
    await pruneFences(later(pruneAfterMilliseconds));
    expect(await fence()).toEqual({});
  });

  test("stays while a writer's mark stands", async () => {
    await pruneFences(start);
    const change = await beginClaimsChange(uid, { tenantId, active: false });
    await pruneFences(later(pruneAfterMilliseconds));
    expect(await fence()).toEqual({ [uid]: 2 });
    await change.finish();
    await pruneFences(later(pruneAfterMilliseconds));
    expect(await fence()).toEqual({});
  });

  test('stays, and the claims are put right, when they still say what was', async () => {
    await leaveOldClaims(uid, { tenants: { [tenantId]: ['member', 1] } });
    await pruneFences(start);
    await pruneFences(later(pruneAfterMilliseconds));
    expect(await fence()).toEqual({ [uid]: 2 });
    expect(await storedClaims(uid)).toEqual({ tenants: {} });
    await pruneFences(later(2 * pruneAfterMilliseconds));
    expect(await fence()).toEqual({});
  });

  test('waits 70 minutes anew when claims that had agreed were found old and put right', async () => {
    await pruneFences(start);
    await leaveOldClaims(uid, { tenants: { [tenantId]: ['member', 1] } });
    await pruneFences(later(pruneAfterMilliseconds));
    expect(await storedClaims(uid)).toEqual({ tenants: {} });

    // A token that was made just before lives on, and nothing but the entry stands against it.
    const seenAgain = pruneAfterMilliseconds + 30 * 60_000;
    await pruneFences(later(seenAgain));
    expect(await fence()).toEqual({ [uid]: 2 });
    await pruneFences(later(seenAgain + pruneAfterMilliseconds));
    expect(await fence()).toEqual({});
  });

  test('that was raised anew begins anew', async () => {
    await pruneFences(start);
    await putMember(tenantId, uid, 'member', 2);
    await changeRole(tenantId, uid, 'viewer');
    await pruneFences(later(pruneAfterMilliseconds));
    expect(await fence()).toEqual({ [uid]: 3 });
    await pruneFences(later(2 * pruneAfterMilliseconds));
    expect(await fence()).toEqual({});
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
