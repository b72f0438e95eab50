import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordFigures } from '../../support/figures.ts';
import { personNamed } from '../../support/operations/people/everybody.ts';
import { closePlaces, openAccounts, openPlace, type Place } from '../../support/operations/place.ts';
import { bytesOf, type Request, send } from '../../support/operations/send.ts';
import { differences, tracesOf } from '../../support/operations/traces.ts';

const owner = personNamed('owner');
const operator = personNamed('operator');
let place: Place;
let cases = 0;

beforeAll(async () => {
  await openAccounts([owner, operator]);
  place = await openPlace('active', [owner]);
});

afterAll(async () => {
  await closePlaces([place]);
  recordFigures('callables', { cases });
});

const authorization = () => owner.authorization(place.tenantId, place.tenantId);
const good = () => JSON.stringify({ data: { tenantId: place.tenantId, name: 'After' } });
const ask = (request: Partial<Request>) => {
  cases += 1;
  return send({ path: 'api/updateTenant', authorization: authorization(), body: good(), ...request });
};

/** Bodies that are no call. What the runtime can't read never reaches the function, and is answered without a word of why. */
const bodies: Readonly<Record<string, () => string>> = {
  nothing: () => '',
  'half of a call': () => '{"data":',
  'a number that JSON has no word for': () => good().replace('"After"', 'NaN'),
  'a text': () => '"data"',
  'a list': () => '[]',
  'no data': () => '{}',
  'more than data': () => good().replace('{"data"', '{"more":1,"data"'),
  'data that is null': () => '{"data":null}',
  'data that is a list': () => `{"data":[${'0,'.repeat(500_000)}0]}`,
  'data of a great many lists': () => `{"data":{"tenantId":"${place.tenantId}","lines":[${'[],'.repeat(300_000)}[]]}}`,
  'data of a great many fields': () => `{"data":{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":0`).join()}}}`,
  'data of great depth': () => `{"data":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  'a name of ten million letters': () => good().replace('After', 'x'.repeat(10_000_000)),
  'a field of a million letters': () => good().replace('name', 'x'.repeat(1_000_000)),
  'a number beyond all numbers': () => good().replace('"After"', '1e999'),
  'the same field twice': () => good().replace('"name"', '"name":7,"name":null,"name"').replace('"After"', '7'),
};

describe('a request that is no call', () => {
  test.each(Object.keys(bodies))('with %s is refused in few words, and changes nothing', async (title) => {
    const before = await tracesOf(place);
    const reply = await ask({ body: bodies[title]?.() ?? '' });
    expect([400, 403, 413]).toContain(reply.status);
    expect(reply.text).not.toMatch(/\n\s+at |node_modules|Error:|INTERNAL/);
    expect(reply.text.length).toBeLessThan(40_000);
    expect(differences(before, await tracesOf(place))).toEqual([]);
  });

  test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('by %s is refused, and by POST it is not', async (method) => {
    const before = await tracesOf(place);
    const headers = { origin: 'https://elsewhere.example.com', 'access-control-request-method': 'POST' };
    const reply = await ask({ method, headers });
    expect(reply).toMatchObject({ status: 400, code: 'invalid-argument' });
    // A page of another origin is not told that it may call.
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(differences(before, await tracesOf(place))).toEqual([]);
    expect((await ask({ headers })).reason).toBe('ok');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'as %s, which a page of another origin could send unasked, is refused',
    async (type) => {
      const before = await tracesOf(place);
      const reply = await ask({ headers: { 'content-type': type } });
      expect(reply).toMatchObject({ status: 400, code: 'invalid-argument' });
      expect(differences(before, await tracesOf(place))).toEqual([]);
      expect((await ask({ headers: { 'content-type': 'application/json; charset=utf-8' } })).reason).toBe('ok');
    },
  );
});

describe('the name of an operation', () => {
  test.each([
    'api/noSuchThing',
    'api/__proto__',
    'api/constructor',
    'api/toString',
    'api/hasOwnProperty',
    'api/UPDATETENANT',
    'api/updateTenant%00',
    'api/%75pdateTenantx',
    'api/..%2foperator%2flistTenants',
    'api/listTenants',
    'api/setTenantStatus',
    `api/${'x'.repeat(5_000)}`,
    'api/',
    'api',
  ])('that is none is told so to who is signed in: %s', async (path) => {
    const before = await tracesOf(place);
    expect(await ask({ path })).toMatchObject({ status: 404, code: 'not-found', reason: 'unknown-operation' });
    expect((await ask({ path, authorization: undefined })).status).toBe(401);
    expect(differences(before, await tracesOf(place))).toEqual([]);
  });

  test.each(['operator/noSuchThing', 'operator/updateTenant', 'operator/__proto__', 'operator/'])(
    'of operators is told to operators alone: %s',
    async (path) => {
      expect(await ask({ path })).toMatchObject({ status: 403, reason: 'denied' });
      const answer = await ask({ path, authorization: operator.authorization(place.tenantId, place.tenantId) });
      expect(answer).toMatchObject({ status: 404, reason: 'unknown-operation' });
    },
  );
});

describe('a stream of an answer', () => {
  test('that is asked for tells what the answer would have told', async () => {
    const headers = { accept: 'text/event-stream' };
    const before = await tracesOf(place);
    const stranger = personNamed('elsewhere owner').authorization('AAAAAAAAAA', 'BBBBBBBBBB');
    const refused = await ask({ headers, authorization: stranger });
    const plain = await ask({ authorization: stranger });
    expect(refused.text.trim()).toBe(`data: ${plain.text}`);
    expect(plain.reason).toBe('denied');
    expect(differences(before, await tracesOf(place))).toEqual([]);
    expect((await ask({ headers })).text.trim()).toBe('data: {"result":{}}');
  });
});

test('health answers everybody the same and nothing else', async () => {
  const healthy: readonly Partial<Request>[] = [
    { method: 'GET', body: '' },
    { method: 'GET', body: '', authorization: 'Bearer garbage' },
    { method: 'POST', body: '{"data":{}}' },
    { path: 'health/anything?tenantId=AAAAAAAAAA', method: 'GET', body: '' },
  ];
  const replies = await Promise.all(healthy.map((request) => ask({ path: 'health', ...request })));
  expect(replies.map(({ status, text }) => [status, text])).toEqual(replies.map(() => [200, '{"ok":true}']));
  expect(new Set(replies.map(bytesOf)).size).toBe(1);
});
