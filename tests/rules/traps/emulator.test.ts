import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { faultOfAnonymousRead } from '../../../scripts/stack/anonymous-read.ts';
import { admin } from '../../support/rules/rest.ts';
import { verdictOf } from '../../support/rules/perform.ts';
import { call } from '../../support/rules/rpc.ts';
import { get, list } from '../../support/rules/verbs.ts';
import { member, product, tenant, underOurRules } from './places.ts';

/**
 * What the emulator lets pass and production does not: no test of the rules can show these, so each is held elsewhere.
 * Nor does it try a trigger again that failed: that handlers can be run twice, and what a lost one leaves is mended, is
 * shown on the handlers, in tests/functions/claims.
 */
describe('the emulator', () => {
  const path = `${tenant}/products/cup`;
  const open = () => underOurRules('emulator', { [path]: product, [`${tenant}/system/counters`]: {} });

  test('takes a token that has expired: tests/functions/operations/tokens.test.ts asks the handlers', async () => {
    const project = await open();
    expect(await get(project, member('viewer', { exp: 1 }), path)).toBe('allow');
    // The rules themselves ask for the version and not for the time.
    expect(await get(project, member('nothing', { exp: 1 }), path)).toBe('deny');
  });

  test('takes a token for somebody else’s project', async () => {
    const elsewhere = { aud: 'another-project', iss: 'https://securetoken.google.com/another-project' };
    expect(await get(await open(), member('viewer', elsewhere), path)).toBe('allow');
  });

  test('takes the word "owner" for every right: no token of ours is that', async () => {
    const project = await open();
    expect(await get(project, { token: admin }, `${tenant}/system/counters`)).toBe('allow');
    expect(await get(project, member('owner'), `${tenant}/system/counters`)).toBe('deny');
  });

  test('answers a query that has no index: web/src/shared/queries.test.ts compares them', async () => {
    const project = await open();
    const where = [
      ['status', 'EQUAL', 'published'],
      ['unitAmount', 'GREATER_THAN', 5],
    ] as const;
    expect(await list(project, member('viewer'), { collection: `${tenant}/products`, where })).toBe('allow');
  });

  test('refuses metadata to everybody but "owner", whatever the rules say', async () => {
    const project = await open();
    const ask = (token: string) => call('ListCollectionIds', { parent: project.documents }, token);
    expect((await ask(member('owner').token)).code).toBe('PERMISSION_DENIED');
    expect((await ask(admin)).code).toBe('OK');
  });

  test('is asked by fields that there are: another one is neither allowed nor denied', async () => {
    const { database } = await open();
    const misspelled = await call('Commit', { database, write: [] }, admin);
    expect(misspelled).toMatchObject({
      code: 'INTERNAL',
      words: expect.stringContaining('has no field write') as string,
    });
    expect(() => verdictOf(misspelled)).toThrow('Neither allowed nor denied');
    expect(verdictOf(await call('Commit', { database, writes: [] }, admin))).toBe('allow');
  });
});

/** An emulator for which firebase.json lists several databases loads no rules at all: doctor and every stack ask it this. */
describe('an anonymous read', () => {
  async function answered(status: number, body: object): Promise<string | undefined> {
    const server = http.createServer((_, response) => response.writeHead(status).end(JSON.stringify(body)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const fault = await faultOfAnonymousRead(`127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    return fault;
  }

  test('that is answered with anything but a refusal means that no rules are in force', async () => {
    expect(await answered(200, {})).toContain('no rules are in force');
    expect(await answered(404, {})).toContain('no rules are in force');
    expect(await answered(400, { error: { message: 'L1 Missing' } })).toContain('L1 Missing');
    expect(await answered(403, {})).toBeUndefined();
  });

  test('is refused by the emulator of this stack', async () => {
    expect(await faultOfAnonymousRead(process.env.FIRESTORE_EMULATOR_HOST ?? '')).toBeUndefined();
  });
});
