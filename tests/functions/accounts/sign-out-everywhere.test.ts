import { setTimeout as wait } from 'node:timers/promises';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { beforeEach, describe, expect, test } from 'vitest';
import { authentication, readDocument, storedClaims } from '../../support/database.ts';
import { forgedToken } from '../../support/operations/forged-token.ts';
import { outcomes } from '../../support/outcomes.ts';
import { newTenant, type Person } from '../../support/people.ts';
import { readAs } from '../../support/read-as.ts';
import { auditOf, hire, newCustomer, setAccess } from '../../support/staff.ts';

let person: Person;
let first: Awaited<ReturnType<typeof newTenant>>;
let second: Awaited<ReturnType<typeof newTenant>>;

beforeEach(async () => {
  [first, second] = await Promise.all([newTenant(), newTenant()]);
  person = await hire(first.owner, first.tenantId, 'admin');
  await hire(second.owner, second.tenantId, 'viewer', person);
});

const profileOf = ({ tenantId }: { tenantId: string }) => inTenant(tenantId, tenantPaths.profile());
const versionOf = async ({ tenantId }: { tenantId: string }) =>
  (await readDocument(inTenant(tenantId, tenantPaths.member(person.uid))))?.version as number;

describe('signing out everywhere', () => {
  test('ends every token in every business with its answer, and leaves the memberships as they are', async () => {
    const before = [await versionOf(first), await versionOf(second)];
    expect([await readAs(person, profileOf(first)), await readAs(person, profileOf(second))]).toEqual([200, 200]);
    expect(outcomes([await person.try('signOutEverywhere', {})])).toEqual(['ok']);
    expect([await readAs(person, profileOf(first)), await readAs(person, profileOf(second))]).toEqual([403, 403]);
    expect(outcomes([await person.try('inviteMember', { ...invitation, tenantId: first.tenantId })])).toEqual([
      'denied',
    ]);
    const after = [await versionOf(first), await versionOf(second)];
    expect(after.every((version, index) => version > (before[index] ?? 0))).toBe(true);
    expect((await storedClaims(person.uid)).tenants).toEqual({
      [first.tenantId]: ['admin', after[0]],
      [second.tenantId]: ['viewer', after[1]],
    });
    expect((await readDocument(paths.membership(person.uid, first.tenantId)))?.version).toBe(after[0]);
    // Somebody else of the business notices nothing.
    expect(await readAs(first.owner, profileOf(first))).toBe(200);
    expect((await auditOf(first.tenantId)).at(-1)).toMatchObject({ action: 'member.signed-out', target: person.uid });
  });

  test('ends what an open page fetched meanwhile: a token with the version that the first renewal gave', async () => {
    const before = await versionOf(first);
    await person.call('signOutEverywhere', {});
    const last = await versionOf(first);
    const seen = (version: number) => {
      const token = forgedToken(person.uid, { tenants: { [first.tenantId]: ['admin', version] } });
      return readAs({ token }, profileOf(first));
    };
    expect([await seen(last - 1), await seen(last)]).toEqual([403, 200]);
    expect(last - 1).toBeGreaterThan(before);
    const said = (await auditOf(first.tenantId)).filter(({ action }) => action === 'member.signed-out');
    expect(said).toHaveLength(1);
  });

  test('ends the refresh tokens: no page that is open makes itself another token', async () => {
    const validSince = async ({ uid }: Person) =>
      Date.parse((await authentication().getUser(uid)).tokensValidAfterTime ?? '1970-01-01');
    const [mine, theirs] = [await validSince(person), await validSince(first.owner)];
    // Authentication counts in seconds: this one is not that of the sign-in any more.
    await wait(1_100);
    const asked = Date.now();
    await person.call('signOutEverywhere', {});
    // The emulator goes on refreshing tokens: what production refuses them by is what can be seen here.
    expect(await validSince(person)).toBeGreaterThan(Math.max(mine, asked - 1_000));
    expect(outcomes([await person.try('updateProfile', { displayName: 'Again' })])).toEqual(['sign-in']);
    expect(await validSince(first.owner)).toBe(theirs);
    expect(outcomes([await first.owner.try('updateProfile', { displayName: 'Still' })])).toEqual(['ok']);
  });

  test('works where a business is held back, and for a customer without an audit entry', async () => {
    const customer = await newCustomer(first.slug);
    await setAccess(first.tenantId, { status: 'suspended' });
    const entries = (await auditOf(first.tenantId)).length;
    const path = inTenant(first.tenantId, tenantPaths.member(customer.uid));
    const { version } = (await readDocument(path)) as { version: number };
    await customer.call('signOutEverywhere', {});
    expect((await readDocument(path))?.version).toBeGreaterThan(version);
    expect((await auditOf(first.tenantId)).length).toBe(entries);
  });

  test('at once with a removal leaves nothing to the removed, and with another such call no claim behind', async () => {
    const { tenantId } = first;
    await Promise.all([
      person.try('signOutEverywhere', {}),
      first.owner.call('removeMember', { tenantId, uid: person.uid }),
      person.try('signOutEverywhere', {}),
    ]);
    await expect.poll(async () => Object.keys((await storedClaims(person.uid)).tenants)).toEqual([second.tenantId]);
    await expect
      .poll(async () => (await storedClaims(person.uid)).tenants[second.tenantId]?.[1])
      .toBe(await versionOf(second));
  });
});

const invitation = { email: 'somebody@example.com', role: 'viewer' };
