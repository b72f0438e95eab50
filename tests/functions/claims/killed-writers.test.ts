import type { Claims } from '@tenantry/model/claims';
import { describe, expect, test } from 'vitest';
import { beginClaimsChange } from '../../../functions/src/platform/claims/change-claims.ts';
import { claimsStore } from '../../../functions/src/platform/claims/claims-store.ts';
import { markLifetimeMilliseconds, sweepClaims } from '../../../functions/src/platform/claims/sweep-claims.ts';
import type { ClaimsStore } from '../../../functions/src/platform/claims/sync-claims.ts';
import { Killed, killedAt } from '../../support/claims/killed-store.ts';
import { bareTenants, changeRole, putMember, removePerson } from '../../support/claims/memberships.ts';
import { database, readDocument, storedClaims } from '../../support/database.ts';
import { newPerson } from '../../support/people.ts';

/** A change touches the store ten times: mark, projection, source, claims, set, announce, source and truth again, mark. */
const callsOfAChange = 9;
const afterMarksDied = () => new Date(Date.now() + markLifetimeMilliseconds + 1_000);

async function memberOfOne() {
  const [person, [tenantId = '']] = await Promise.all([newPerson('member'), bareTenants(1)]);
  await putMember(tenantId, person.uid, 'member', 1);
  await (await beginClaimsChange(person.uid, { tenantId, active: true })).finish();
  expect(await storedClaims(person.uid)).toEqual({ tenants: { [tenantId]: ['member', 1] } });
  return { uid: person.uid, tenantId };
}

/**
 * The store for a writer that is quicker than the trigger on memberships: where the trigger has set the new claims
 * already, the writer finds nothing left to set. Its first look at the claims shows those of now.
 */
async function aheadOfTheTrigger(uid: string): Promise<ClaimsStore> {
  let atFirst = await claimsStore.readClaims(uid);
  return {
    ...claimsStore,
    async readClaims(person) {
      const shown = atFirst ?? (await claimsStore.readClaims(person));
      atFirst = undefined;
      return shown;
    },
  };
}

/** The trigger, too, may be at work on this person: its mark goes by itself. */
const marksOf = async (uid: string) => (await readDocument(`users/${uid}/system/claims`))?.marks;

describe('a writer that is killed is healed by the sweep', () => {
  const points = Array.from({ length: callsOfAChange }, (_, index) => index + 1).flatMap((call) =>
    (['before', 'after'] as const).map((when) => ({ call, when })),
  );

  test.each(points)('$when its await number $call', async (point) => {
    const { uid, tenantId } = await memberOfOne();
    const store = killedAt(await aheadOfTheTrigger(uid), point);

    const writer = async () => {
      const change = await beginClaimsChange(uid, { tenantId, active: false }, store);
      await putMember(tenantId, uid, 'admin', 2);
      await change.finish();
    };
    await expect(writer()).rejects.toThrow(Killed);
    await sweepClaims(afterMarksDied());

    const changed = point.call > 1;
    expect(await storedClaims(uid)).toEqual({ tenants: { [tenantId]: changed ? ['admin', 2] : ['member', 1] } });
    expect(await readDocument(`users/${uid}/memberships/${tenantId}`)).toMatchObject(
      changed ? { role: 'admin' } : { role: 'member' },
    );
    await expect.poll(() => marksOf(uid)).toEqual({});
  });

  test('and one await more than that is one more than a change makes', async () => {
    const { uid, tenantId } = await memberOfOne();
    const change = await beginClaimsChange(
      uid,
      { tenantId, active: false },
      killedAt(await aheadOfTheTrigger(uid), { call: callsOfAChange + 1, when: 'before' }),
    );
    await putMember(tenantId, uid, 'admin', 2);
    await change.finish();
    expect(await storedClaims(uid)).toEqual({ tenants: { [tenantId]: ['admin', 2] } });
  });
});

describe('a late writer', () => {
  /** A writer that read before a removal, and sets what it read after the removal has returned. */
  async function lateWriter(last: 'dies' | 'lives') {
    const { uid, tenantId } = await memberOfOne();
    const [second = ''] = await bareTenants(1);
    const store = await aheadOfTheTrigger(uid);
    await putMember(second, uid, 'viewer', 1);
    let removal: Promise<void> | undefined;
    let left: Claims | undefined;
    const late: ClaimsStore = {
      ...store,
      async writeClaims(person, claims) {
        removal ??= removePerson(tenantId, uid);
        await removal;
        await claimsStore.writeClaims(person, claims);
        // Not what is stored: the removal's trigger may be quicker than a look.
        left ??= claims;
        if (last === 'dies') throw new Killed('after it set what was old');
      },
    };
    const change = await beginClaimsChange(uid, { tenantId: second, active: false }, late);
    const outcome = await change.finish().catch((fault: unknown) => fault);
    return { uid, tenantId, second, outcome, left };
  }

  test('that dies after setting old claims is put right by the sweep', async () => {
    const { uid, tenantId, second, outcome, left } = await lateWriter('dies');
    expect(outcome).toBeInstanceOf(Killed);
    expect(left?.tenants).toHaveProperty(tenantId);

    await sweepClaims(afterMarksDied());
    expect(await storedClaims(uid)).toEqual({ tenants: { [second]: ['viewer', 1] } });
  });

  test('that lives notices that the database moved, and sets what is new', async () => {
    const { uid, second, outcome } = await lateWriter('lives');
    expect(outcome).toBeUndefined();
    expect(await storedClaims(uid)).toEqual({ tenants: { [second]: ['viewer', 1] } });
  });
});

test("the sweep leaves a living writer's mark alone", async () => {
  const { uid, tenantId } = await memberOfOne();
  const change = await beginClaimsChange(uid, { tenantId, active: false });
  await sweepClaims(new Date());
  expect(Object.keys((await marksOf(uid)) as object).length).toBeGreaterThan(0);
  await changeRole(tenantId, uid, 'viewer');
  await change.finish();
  expect(await storedClaims(uid)).toEqual({ tenants: { [tenantId]: ['viewer', 2] } });
});

test('one person whose list the sweep cannot read does not keep the next person waiting', async () => {
  const broken = await memberOfOne();
  const { uid, tenantId } = await memberOfOne();
  const at = new Date('2020-01-01');
  await database()
    .doc(`users/${broken.uid}/system/claims`)
    .set({ marks: { dead: { at, tenants: [] } }, markedAt: at });
  await database().doc(`users/${broken.uid}/memberships/${broken.tenantId}`).set({ tenantId: broken.tenantId });
  const writer = beginClaimsChange(
    uid,
    { tenantId, active: false },
    killedAt(claimsStore, { call: 2, when: 'before' }),
  );
  const change = await writer;
  await putMember(tenantId, uid, 'admin', 2);
  await expect(change.finish()).rejects.toThrow(Killed);

  expect(await sweepClaims(afterMarksDied())).toMatchObject({ failed: 1 });
  expect(await storedClaims(uid)).toEqual({ tenants: { [tenantId]: ['admin', 2] } });
  await database().doc(`users/${broken.uid}/memberships/${broken.tenantId}`).delete();
  await database().doc(`users/${broken.uid}/system/claims`).delete();
});
