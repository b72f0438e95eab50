import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api, operator, sendMail } from '../../../functions/src/index.ts';
import { recordFigures } from '../../support/figures.ts';
import { forgedToken } from '../../support/operations/forged-token.ts';
import { type Handler, serve } from '../../support/operations/serve.ts';
import { newTenant, type Person } from '../../support/people.ts';
import { readDocument } from '../../support/database.ts';

/** The emulator accepts every token; the exported functions, served from here, judge them as a deployment does. */
let served: Readonly<Record<'api' | 'operator' | 'sendMail', Awaited<ReturnType<typeof serve>>>>;
let owner: Person;
let tenantId: string;
let cases = 0;

beforeAll(async () => {
  ({ owner, tenantId } = await newTenant('Before'));
  served = {
    api: await serve(api as unknown as Handler),
    operator: await serve(operator as unknown as Handler),
    sendMail: await serve(sendMail as unknown as Handler),
  };
});

afterAll(async () => {
  await Promise.all(Object.values(served).map(({ close }) => close()));
  recordFigures('callables', { cases });
});

async function post(url: string, data: unknown, token?: string): Promise<{ status: number; text: string }> {
  cases += 1;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ data }),
  });
  return { status: response.status, text: await response.text() };
}

const now = Math.floor(Date.now() / 1_000);

describe('a token', () => {
  const wrong: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'that has run out': { iat: now - 7_200, exp: now - 3_600 },
    'of another project': { aud: 'another-project', iss: 'https://securetoken.google.com/another-project' },
    'for another audience': { aud: 'another-project' },
    'of another issuer': { iss: 'https://accounts.example.com' },
    'of nobody': { sub: '' },
    'of somebody whose uid is too long': { sub: 'u'.repeat(129) },
    'of somebody whose uid is a number': { sub: 7 },
    'of an account that is not there': { sub: 'nobody-at-all', user_id: 'nobody-at-all' },
  };

  test.each(Object.entries(wrong))('%s is told to sign in, and one that is good is not', async (_, claims) => {
    const bad = forgedToken(owner.uid, { ...owner.claims, ...claims });
    const good = forgedToken(owner.uid, owner.claims);
    const before = await readDocument(`tenants/${tenantId}`);
    const refused = [
      await post(`${served.api.url}/updateTenant`, { tenantId, name: 'After' }, bad),
      await post(`${served.api.url}/createTenant`, { name: 'Shop', slug: 'some-shop' }, bad),
      await post(`${served.operator.url}/listTenants`, {}, bad),
      await post(`${served.api.url}/noSuchThing`, {}, bad),
    ];
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(refused.map(({ text }) => text)).size).toBe(1);
    expect(await readDocument(`tenants/${tenantId}`)).toEqual(before);
    expect(await post(`${served.api.url}/activateTenant`, { tenantId }, good)).toMatchObject({ status: 200 });
  });

  test('with a signature that nobody verified is not taken for one of Google’s', async () => {
    const [, payload] = forgedToken(owner.uid, owner.claims).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url');
    const signed = `${header}.${payload}.${Buffer.from('signature').toString('base64url')}`;
    expect(await post(`${served.api.url}/activateTenant`, { tenantId }, signed)).toMatchObject({ status: 401 });
  });
});

describe('a task', () => {
  test('is refused to whoever shows no authority at all, before its payload is looked at', async () => {
    const { FUNCTIONS_EMULATOR: emulated } = process.env;
    expect(emulated).toBeUndefined();
    const answer = await post(served.sendMail.url, { mailId: 'absent', tenantId, requestId: 'request' });
    expect(answer).toMatchObject({ status: 401 });
    expect(answer.text).toContain('UNAUTHENTICATED');
  });
});
