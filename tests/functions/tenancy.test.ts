import { describe, expect, test } from 'vitest';
import { authentication, database, readDocument, storedClaims } from '../support/database.ts';
import { callFunction } from '../support/call-function.ts';
import { newPerson, newTenant } from '../support/people.ts';

const refusedAs = (answer: { ok: boolean }) => (answer.ok ? 'allowed' : answer);

describe('opening a business', () => {
  test('makes tenant, profile, access, placement, address, owner and audit entry, and the claim', async () => {
    const { owner, tenantId, slug } = await newTenant('Blue Door');

    expect(await readDocument(`slugs/${slug}`)).toMatchObject({ tenantId, name: 'Blue Door', database: '(default)' });
    expect(await readDocument(`placements/${tenantId}`)).toMatchObject({
      database: '(default)',
      slug,
      createdBy: owner.uid,
    });
    expect(await readDocument(`tenants/${tenantId}`)).toMatchObject({ name: 'Blue Door', slug, plan: 'free' });
    expect(await readDocument(`tenants/${tenantId}/public/profile`)).toMatchObject({ currency: 'EUR', joinOpen: true });
    expect(await readDocument(`tenants/${tenantId}/system/access`)).toMatchObject({
      status: 'active',
      seq: 1,
      fence: {},
      floor: 0,
      roles: {},
      support: {},
      features: [],
    });
    expect(await readDocument(`tenants/${tenantId}/members/${owner.uid}`)).toMatchObject({ role: 'owner', version: 1 });
    expect(await readDocument(`tenants/${tenantId}/audit/000000000001`)).toMatchObject({
      seq: 1,
      actor: owner.uid,
      action: 'tenant.created',
      prevHash: '',
    });
    expect(await readDocument(`users/${owner.uid}/memberships/${tenantId}`)).toMatchObject({
      role: 'owner',
      slug,
      name: 'Blue Door',
    });
    expect(owner.claims.tenants).toEqual({ [tenantId]: ['owner', 1] });
    // The backstop's triggers may have a mark of their own standing for a moment.
    await expect.poll(async () => (await readDocument(`users/${owner.uid}/system/claims`))?.marks).toEqual({});
  });

  test('needs a sign-in with a verified address', async () => {
    const input = { name: 'Shop', slug: `nobody-${Date.now()}` };
    const unverified = await newPerson('unverified', { verified: false });
    const verified = await newPerson('verified');

    expect(refusedAs(await callFunction('api/createTenant', input))).toMatchObject({
      status: 401,
      code: 'unauthenticated',
    });
    expect(refusedAs(await unverified.try('createTenant', input))).toMatchObject({
      code: 'permission-denied',
      details: { reason: 'email-unverified' },
    });
    expect(await readDocument(`slugs/${input.slug}`)).toBeUndefined();
    expect(await verified.try('createTenant', input)).toMatchObject({ ok: true });
  });

  test('asked again by the same person for the same business answers the same, and for another is refused', async () => {
    const { owner, tenantId, slug } = await newTenant('Twice');
    const stranger = await newPerson('stranger');

    expect(await owner.call('createTenant', { name: 'Twice', slug })).toEqual({ tenantId, slug });
    expect(refusedAs(await owner.try('createTenant', { name: 'Other', slug }))).toMatchObject({
      code: 'already-exists',
      details: { reason: 'slug-taken' },
    });
    expect(refusedAs(await stranger.try('createTenant', { name: 'Twice', slug }))).toMatchObject({
      code: 'already-exists',
      details: { reason: 'slug-taken' },
    });
    expect(await readDocument(`slugs/${slug}`)).toMatchObject({ tenantId });
    expect(await storedClaims(stranger.uid)).toEqual({ tenants: {} });
  });

  test('asked again before its first answer was through, answers the same', async () => {
    const { owner, tenantId, slug } = await newTenant('Lost answer');
    await database().doc(`users/${owner.uid}/memberships/${tenantId}`).delete();
    expect(await owner.call('createTenant', { name: 'Lost answer', slug })).toEqual({ tenantId, slug });
    expect((await storedClaims(owner.uid)).tenants).toEqual({ [tenantId]: ['owner', 1] });
  });

  test('six times at once by one person makes one business, and answers the same each time', async () => {
    const person = await newPerson('eager');
    const input = { name: 'Eager', slug: `eager-${Date.now()}` };
    const answers = await Promise.all(Array.from({ length: 6 }, () => person.call('createTenant', input)));
    expect(new Set(answers.map(({ tenantId }) => tenantId)).size).toBe(1);
    expect(Object.keys((await storedClaims(person.uid)).tenants)).toEqual([answers[0]?.tenantId]);
  });

  test('is refused to somebody who opened it and has left it', async () => {
    const { owner, tenantId, slug } = await newTenant('Left');
    await database().doc(`tenants/${tenantId}/members/${owner.uid}`).delete();
    expect(refusedAs(await owner.try('createTenant', { name: 'Left', slug }))).toMatchObject({
      details: { reason: 'slug-taken' },
    });
  });

  test('by six people at once for one address makes one business, and leaves the others nothing', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => newPerson('racer')));
    const slug = `race-${Date.now()}`;
    const answers = await Promise.all(people.map((person) => person.try('createTenant', { name: 'Race', slug })));
    const winners = answers.flatMap((answer) => (answer.ok ? [answer.result.tenantId] : []));

    expect(winners).toHaveLength(1);
    expect(await readDocument(`slugs/${slug}`)).toMatchObject({ tenantId: winners[0] });
    for (const [index, person] of people.entries()) {
      const held = Object.keys((await storedClaims(person.uid)).tenants);
      expect(held).toEqual(answers[index]?.ok ? winners : []);
    }
  });

  test.each([
    ['ab', 'slug-length'],
    ['a'.repeat(41), 'slug-length'],
    ['Capital', 'slug-form'],
    ['two--hyphens', 'slug-form'],
    ['-first', 'slug-form'],
    ['last-', 'slug-form'],
    ['ümlaut', 'slug-form'],
    ['a/b/c', 'slug-form'],
    ['admin', 'slug-reserved'],
    ['portal', 'slug-reserved'],
  ])('the address "%s" is refused with the reason %s', async (slug, code) => {
    const person = await newPerson();
    const answer = await person.try('createTenant', { name: 'Shop', slug });
    expect(refusedAs(answer)).toMatchObject({
      code: 'invalid-argument',
      details: { issues: [{ path: 'slug', code }] },
    });
  });
});

describe('changing a business', () => {
  test("an owner renames it, and the address and everybody's list follow", async () => {
    const { owner, tenantId, slug } = await newTenant('Before');
    await owner.call('updateTenant', {
      tenantId,
      name: 'After',
      branding: { hue: 12 },
      joinOpen: false,
      currency: 'USD',
    });

    expect(await readDocument(`tenants/${tenantId}`)).toMatchObject({ name: 'After' });
    expect(await readDocument(`tenants/${tenantId}/public/profile`)).toMatchObject({
      name: 'After',
      branding: { hue: 12 },
      joinOpen: false,
      currency: 'USD',
      slug,
    });
    expect(await readDocument(`slugs/${slug}`)).toMatchObject({ name: 'After', hue: 12, tenantId });
    expect(await readDocument(`users/${owner.uid}/memberships/${tenantId}`)).toMatchObject({ name: 'After' });
    expect(await readDocument(`tenants/${tenantId}/audit/000000000002`)).toMatchObject({
      action: 'tenant.updated',
      actor: owner.uid,
      details: { name: { before: 'Before', after: 'After' } },
    });
  });

  test('a name that could not be copied everywhere is saved, and copied by the same call again', async () => {
    const { owner, tenantId, slug } = await newTenant('Before');
    const address = database().doc(`slugs/${slug}`);
    const before = (await address.get()).data() ?? {};
    const rename = () => owner.try('updateTenant', { tenantId, name: 'After', branding: { hue: 12 } });
    await address.delete();
    expect(refusedAs(await rename())).toMatchObject({ code: 'aborted', details: { reason: 'contention' } });
    expect(await readDocument(`tenants/${tenantId}`)).toMatchObject({ name: 'After' });

    await address.set(before);
    expect(await rename()).toMatchObject({ ok: true });
    expect(await readDocument(`slugs/${slug}`)).toEqual({ ...before, name: 'After', hue: 12 });
    expect(await readDocument(`users/${owner.uid}/memberships/${tenantId}`)).toMatchObject({ name: 'After' });
  });

  test('who belongs to another business is answered as if there were none', async () => {
    const { owner, tenantId } = await newTenant('Mine');
    const other = await newTenant('Theirs');
    const absent = await other.owner.try('updateTenant', { tenantId: 'AAAAAAAAAA', name: 'Taken' });
    const theirs = await other.owner.try('updateTenant', { tenantId, name: 'Taken' });

    expect(refusedAs(theirs)).toMatchObject({ status: 403, code: 'permission-denied', details: { reason: 'denied' } });
    expect(theirs).toEqual(absent);
    expect(await readDocument(`tenants/${tenantId}`)).toMatchObject({ name: 'Mine' });
    expect(await owner.try('updateTenant', { tenantId, name: 'Ours' })).toMatchObject({ ok: true });
  });

  test('wrong input names its fields, and unknown fields are refused', async () => {
    const { owner, tenantId } = await newTenant();
    const wrong = await owner.tryAnything('updateTenant', {
      tenantId,
      name: '',
      timeZone: 'Mars/Base',
      plan: 'business',
    });
    expect(refusedAs(wrong)).toMatchObject({ status: 400, code: 'invalid-argument' });
    const issues = wrong.ok ? [] : (wrong.details.issues ?? []);
    expect(issues.map(({ path, code }) => `${path}:${code}`).sort()).toEqual([
      'name:too-small',
      'plan:unknown',
      'timeZone:time-zone',
    ]);
    expect(refusedAs(await owner.tryAnything('updateTenant', { tenantId }))).toMatchObject({
      code: 'invalid-argument',
    });
  });

  test.each(['noSuchThing', '__proto__', 'constructor', '', 'createTenant/x'])(
    'the operation "%s" does not exist',
    async (name) => {
      const person = await newPerson();
      expect(refusedAs(await person.tryAnything(name, {}))).toMatchObject({ status: 404, code: 'not-found' });
    },
  );
});

describe("one's own profile", () => {
  test('a new name reaches every business that one belongs to', async () => {
    const { owner, tenantId } = await newTenant();
    await owner.call('updateProfile', { displayName: 'Zoë 🦊', locale: 'de' });
    expect(await readDocument(`users/${owner.uid}`)).toMatchObject({
      displayName: 'Zoë 🦊',
      locale: 'de',
      email: owner.email,
    });
    expect(await readDocument(`tenants/${tenantId}/members/${owner.uid}`)).toMatchObject({
      displayName: 'Zoë 🦊',
      role: 'owner',
      version: 1,
    });
  });

  test('a new name passes over a business that is gone, and reaches the others', async () => {
    const { owner, tenantId } = await newTenant();
    // In the order of their ids the one that is gone comes first. The claims name it too, or the trigger would heal both.
    const gone = { ...(await readDocument(`users/${owner.uid}/memberships/${tenantId}`)), tenantId: '0000000000' };
    const tenants = { [tenantId]: ['owner', 1], [gone.tenantId]: ['owner', 1] };
    await Promise.all([
      authentication().setCustomUserClaims(owner.uid, { tenants }),
      database().doc(`users/${owner.uid}/memberships/${gone.tenantId}`).set(gone),
    ]);
    expect(await owner.try('updateProfile', { displayName: 'Zoë' })).toMatchObject({ ok: true });
    expect(await readDocument(`tenants/${tenantId}/members/${owner.uid}`)).toMatchObject({ displayName: 'Zoë' });
  });

  test('an address that was not confirmed is not taken over, and the rest is', async () => {
    const person = await newPerson('unconfirmed', { verified: false });
    await person.call('updateProfile', { displayName: 'Ann' });
    expect(await readDocument(`users/${person.uid}`)).toMatchObject({ displayName: 'Ann', email: '' });
    const confirmed = await newPerson('confirmed');
    await confirmed.call('updateProfile', { displayName: 'Ann' });
    expect(await readDocument(`users/${confirmed.uid}`)).toMatchObject({ displayName: 'Ann', email: confirmed.email });
  });
});
