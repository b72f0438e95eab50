import { describe, expect, test } from 'vitest';
import { type Answer, callFunction } from '../../support/call-function.ts';
import { authentication, database, readDocument } from '../../support/database.ts';
import { newPerson, newTenant, type Person } from '../../support/people.ts';

const refused = <Output>(answer: Answer<Output>) => {
  if (answer.ok) throw new Error('The call was allowed.');
  return answer;
};

const nested = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) as unknown;

/** A token as the emulator accepts it, with any claims at all. */
function forged(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}

function tokenWith(person: Person, claims: Record<string, unknown>): string {
  return forged({ ...person.claims, ...claims });
}

describe('who calls', () => {
  test('nobody is told to sign in, whatever they ask for', async () => {
    for (const path of ['api/updateTenant', 'api/noSuchThing', 'operator/listTenants']) {
      expect(refused(await callFunction(path, {}))).toMatchObject({ status: 401, code: 'unauthenticated' });
    }
  });

  test.each([
    ['no token at all', 'garbage'],
    ['the emulator’s own key', 'owner'],
    ['a token without a uid', forged({})],
    ['a token with an empty uid', forged({ sub: '', user_id: '' })],
    ['a token whose uid is a number', forged({ sub: 7, user_id: 7 })],
    ['a token whose uid is a path', forged({ sub: 'a/b', user_id: 'a/b', tenants: { AAAAAAAAAA: ['owner', 1] } })],
  ])('who carries %s is told to sign in', async (_, token) => {
    for (const [path, input] of [
      ['api/createTenant', { name: 'Shop', slug: 'some-shop' }],
      ['api/activateTenant', { tenantId: 'AAAAAAAAAA' }],
      ['api/updateTenant', { tenantId: 'AAAAAAAAAA', name: 'x' }],
      ['operator/listTenants', {}],
    ] as const) {
      expect(refused(await callFunction(path, input, token))).toMatchObject({ status: 401, code: 'unauthenticated' });
    }
  });

  test('a sign-in that was revoked makes nothing more; a new one does', async () => {
    const person = await newPerson();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await authentication().revokeRefreshTokens(person.uid);
    const slug = `revoked-${Date.now()}`;
    expect(refused(await person.try('createTenant', { name: 'Shop', slug }))).toMatchObject({
      code: 'unauthenticated',
      details: { reason: 'sign-in' },
    });
    expect(await readDocument(`slugs/${slug}`)).toBeUndefined();
    const again = await newPerson('again', { email: person.email });
    expect(again.uid).toBe(person.uid);
    expect(await again.try('createTenant', { name: 'Shop', slug })).toMatchObject({ ok: true });
  });

  test('a disabled account makes nothing more', async () => {
    const person = await newPerson();
    await authentication().updateUser(person.uid, { disabled: true });
    expect(refused(await person.try('updateProfile', { displayName: 'Ann' }))).toMatchObject({
      code: 'unauthenticated',
    });
    await authentication().updateUser(person.uid, { disabled: false });
    expect(await person.try('updateProfile', { displayName: 'Ann' })).toMatchObject({ ok: true });
  });
});

describe('the claim', () => {
  test.each([
    ['text', 'owner'],
    ['a number', 1],
    ['a map', { 0: 'owner', 1: 1 }],
    ['a list without a version', ['owner']],
    ['a list with a version in text', ['owner', '1']],
    ['a list with too much', ['owner', 1, 1]],
    ['another role than the membership has', ['admin', 1]],
    ['a role of support', ['support-people', 1]],
    ['a version from before', ['owner', 0]],
  ])('that is %s opens nothing, and the real one does', async (_, claim) => {
    const { owner, tenantId } = await newTenant('Before');
    await database()
      .doc(`tenants/${tenantId}/system/access`)
      .update({ fence: { [owner.uid]: 1 } });

    const forged = tokenWith(owner, { tenants: { [tenantId]: claim } });
    const answer = await callFunction('api/updateTenant', { tenantId, name: 'After' }, forged);
    expect(refused(answer)).toMatchObject({ status: 403, code: 'permission-denied', details: { reason: 'denied' } });
    expect(await readDocument(`tenants/${tenantId}`)).toMatchObject({ name: 'Before' });
    expect(await owner.try('updateTenant', { tenantId, name: 'After' })).toMatchObject({ ok: true });
  });

  test('is judged before anything else of the input, and every refusal of it is the same bytes', async () => {
    const { tenantId } = await newTenant();
    const stranger = (await newTenant()).owner;
    const bodies = await Promise.all(
      [
        { tenantId, name: 'Taken' },
        { tenantId, name: '', wrong: true },
        { tenantId: 'AAAAAAAAAA' },
        { tenantId: 'not an id' },
        { tenantId: '__proto__' },
        { tenantId: 7 },
        { tenantId: [tenantId] },
        {},
      ].map(async (input) => refused(await stranger.tryAnything('updateTenant', input)).text),
    );
    expect(new Set(bodies).size).toBe(1);
  });
});

describe('bad input', () => {
  test.each([
    ['null', null],
    ['text', 'createTenant'],
    ['a list', []],
    ['a number', 7],
    ['deep nesting', nested(200)],
    ['a megabyte', { name: 'x'.repeat(1_000_000), slug: 'abc' }],
    ['a prototype', JSON.parse('{"__proto__":{"name":"x"},"constructor":1}')],
  ])('%s is refused with its fields, never with a fault of ours', async (_, input) => {
    const person = await newPerson();
    expect(refused(await person.tryAnything('createTenant', input))).toMatchObject({
      status: 400,
      code: 'invalid-argument',
      details: { reason: 'input' },
    });
  });

  test.each([
    ['a type of the protocol’s own', { name: { '@type': 'x' }, slug: 'abc' }],
    ['great depth', { name: nested(3_000), slug: 'abc' }],
  ])(
    '%s, which the SDK cannot decode, is judged like any other: first the caller, then the input',
    async (_, input) => {
      const person = await newPerson();
      expect(refused(await callFunction('api/createTenant', input))).toMatchObject({ code: 'unauthenticated' });
      expect(refused(await person.tryAnything('createTenant', input))).toMatchObject({ details: { reason: 'input' } });
      const { owner, tenantId } = await newTenant();
      const inTenant = { tenantId, ...input };
      expect(refused(await person.tryAnything('updateTenant', inTenant))).toMatchObject({
        details: { reason: 'denied' },
      });
      expect(refused(await owner.tryAnything('updateTenant', inTenant))).toMatchObject({
        details: { reason: 'input' },
      });
    },
  );

  test('a tenant that is inherited from a prototype is none', async () => {
    const { owner, tenantId } = await newTenant();
    const input = JSON.parse(`{"__proto__":{"tenantId":"${tenantId}"}}`) as unknown;
    expect(refused(await owner.tryAnything('activateTenant', input))).toMatchObject({ details: { reason: 'denied' } });
    expect(await owner.try('activateTenant', { tenantId })).toMatchObject({ ok: true });
  });

  test('what is no tenant’s id is answered like a tenant that is not there', async () => {
    const person = await newPerson();
    const bodies = await Promise.all(
      ['AAAAAAAAAA', 'nope', '', null, 7].map(
        async (tenantId) => refused(await person.tryAnything('activateTenant', { tenantId })).text,
      ),
    );
    expect(new Set(bodies).size).toBe(1);
  });

  test('a body without data is refused by the protocol itself', async () => {
    const person = await newPerson();
    expect(refused(await person.tryAnything('createTenant', undefined))).toMatchObject({
      status: 400,
      code: 'invalid-argument',
    });
  });
});
