import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { beforeEach, describe, expect, test } from 'vitest';
import { database, readDocument } from '../../support/database.ts';
import { outcomes } from '../../support/outcomes.ts';
import { newTenant, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import { auditOf, hire, roleOf, seatsOf } from '../../support/staff.ts';

let owner: Person;
let tenantId: string;
let heir: Person;

beforeEach(async () => {
  ({ owner, tenantId } = await newTenant());
  heir = await hire(owner, tenantId, 'member');
});

const offer = (by: Person, to: Person) => by.try('offerOwnership', { tenantId, uid: to.uid });
const accept = (by: Person) => by.try('acceptOwnership', { tenantId });
const rolesOf = (...people: Person[]) => Promise.all(people.map((person) => roleOf(tenantId, person)));
const memberPath = ({ uid }: Person) => inTenant(tenantId, tenantPaths.member(uid));
const isOffered = async (person: Person) => Boolean((await readDocument(memberPath(person)))?.ownershipOffer);

async function soundSeats(): Promise<void> {
  const { counted, present } = await seatsOf(tenantId);
  expect(counted).toEqual(present);
}

describe('handing over', () => {
  test('takes two: nothing changes by the offer, and both change by its acceptance, at once', async () => {
    expect(outcomes([await offer(owner, heir)])).toEqual(['ok']);
    expect(await rolesOf(owner, heir)).toEqual(['owner', 'member']);
    expect(await isOffered(heir)).toBe(true);

    expect(outcomes([await accept(heir)])).toEqual(['ok']);
    expect(await rolesOf(owner, heir)).toEqual(['admin', 'owner']);
    expect(await isOffered(heir)).toBe(false);
    await soundSeats();
    // The tokens from before open nothing, those of now what the new roles hold.
    const own = memberPath(owner);
    expect([await readAs(owner, own), await readAs(heir, own)]).toEqual([403, 403]);
    await Promise.all([owner.refresh(), heir.refresh()]);
    expect([await readAs(owner, own), await readAs(heir, own)]).toEqual([200, 200]);
    expect(outcomes([await offer(owner, heir)])).toEqual(['denied']);
    expect(outcomes([await offer(heir, owner)])).toEqual(['ok']);
    expect((await auditOf(tenantId)).slice(-3).map(({ action, target }) => [action, target])).toEqual([
      ['ownership.offered', heir.uid],
      ['ownership.accepted', heir.uid],
      ['ownership.offered', owner.uid],
    ]);
  });

  test('is no one’s to accept but who was offered it, and once', async () => {
    const other = await hire(owner, tenantId, 'admin');
    await offer(owner, heir);
    expect(outcomes([await accept(other)])).toEqual(['missing']);
    expect(outcomes([await accept(owner)])).toEqual(['missing']);
    expect(await rolesOf(owner, heir, other)).toEqual(['owner', 'member', 'admin']);
    expect(outcomes([await accept(heir)])).toEqual(['ok']);
    await heir.refresh();
    expect(outcomes([await accept(heir)])).toEqual(['missing']);
  });

  test('is an owner’s to offer, to somebody who belongs here and is none', async () => {
    const admin = await hire(owner, tenantId, 'admin');
    const second = await hire(owner, tenantId, 'owner');
    const elsewhere = await newTenant();
    const rows = [
      [admin, heir, 'denied'],
      [heir, heir, 'denied'],
      [owner, second, 'state'],
      [owner, owner, 'state'],
      [owner, elsewhere.owner, 'missing'],
      [owner, admin, 'ok'],
    ] as const;
    for (const [by, to, outcome] of rows) expect(outcomes([await offer(by, to)])).toEqual([outcome]);
    expect(await isOffered(heir)).toBe(false);
    expect(await isOffered(admin)).toBe(true);
  });

  test('ends with a demotion of who made it and of who got it, though they rise again, and with a removal', async () => {
    const second = await hire(owner, tenantId, 'owner');
    const other = await hire(owner, tenantId, 'admin');
    const setRole = (to: Person, role: string) => owner.call('setMemberRole', { tenantId, uid: to.uid, role });
    await offer(second, heir);
    await setRole(second, 'admin');
    await setRole(second, 'owner');
    expect([await isOffered(heir), ...outcomes([await accept(heir)])]).toEqual([false, 'missing']);

    await second.refresh();
    await offer(second, heir);
    await setRole(heir, 'viewer');
    await setRole(heir, 'member');
    await heir.refresh();
    expect([await isOffered(heir), ...outcomes([await accept(heir)])]).toEqual([false, 'missing']);

    await offer(second, other);
    await owner.call('removeMember', { tenantId, uid: second.uid });
    expect([await isOffered(other), ...outcomes([await accept(other)])]).toEqual([false, 'missing']);
    expect(await rolesOf(owner, heir, other)).toEqual(['owner', 'member', 'admin']);
    expect(outcomes([await offer(owner, other), await accept(other)])).toEqual(['ok', 'ok']);
  });

  test('ends with an offer to somebody else, with the owner’s own end, and after a week', async () => {
    const admin = await hire(owner, tenantId, 'admin');
    await offer(owner, heir);
    await offer(owner, admin);
    expect([await isOffered(heir), await isOffered(admin)]).toEqual([false, true]);
    expect(outcomes([await accept(heir)])).toEqual(['missing']);

    const second = await hire(owner, tenantId, 'owner');
    expect(outcomes([await offer(second, heir)])).toEqual(['ok']);
    await owner.call('setMemberRole', { tenantId, uid: second.uid, role: 'viewer' });
    expect(outcomes([await accept(heir)])).toEqual(['missing']);

    await database()
      .doc(memberPath(admin))
      .update({ 'ownershipOffer.expiresAt': new Date(Date.now() - 1_000) });
    expect(outcomes([await accept(admin)])).toEqual(['missing']);
    expect(await rolesOf(owner, admin, heir)).toEqual(['owner', 'admin', 'member']);
    expect(outcomes([await offer(owner, admin), await accept(admin)])).toEqual(['ok', 'ok']);
  });

  test('by two owners to each other’s heirs at once leaves two owners', async () => {
    const second = await hire(owner, tenantId, 'owner');
    const other = await hire(owner, tenantId, 'viewer');
    await Promise.all([offer(owner, heir), offer(second, other)]);
    expect(outcomes(await Promise.all([accept(heir), accept(other)]))).toEqual(['ok', 'ok']);
    expect(await rolesOf(owner, second, heir, other)).toEqual(['admin', 'admin', 'owner', 'owner']);
    await soundSeats();
  });

  test('raced by the owner’s leaving and by a removal of the heir never leaves the business without an owner', async () => {
    for (const race of [
      () => owner.try('leaveTenant', { tenantId }),
      () => owner.try('removeMember', { tenantId, uid: heir.uid }),
      () => owner.try('setMemberRole', { tenantId, uid: heir.uid, role: 'viewer' }),
    ]) {
      ({ owner, tenantId } = await newTenant());
      heir = await hire(owner, tenantId, 'member');
      await offer(owner, heir);
      await Promise.all([accept(heir), race()]);
      const { counted, present } = await seatsOf(tenantId);
      expect(counted).toEqual(present);
      expect(present.owners).toBeGreaterThan(0);
    }
  });
});
