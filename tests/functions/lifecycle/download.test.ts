import express from 'express';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { downloads } from '@tenantry/model/operations/downloads';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DownloadOperation } from '../../../functions/src/platform/downloads/run-download.ts';
import { serveDownload } from '../../../functions/src/platform/downloads/serve-download.ts';
import { newTenant, type Person } from '../../support/people.ts';

type Business = { readonly owner: Person; readonly tenantId: string };

const patience = 2_000;
const line = 'x'.repeat(64 * 1_024);
/** More than the system takes for a reader who takes nothing. */
const manyLines = 400;

let business: Business;
/** How many are at their lines. */
let running = 0;
const closings: (() => unknown)[] = [];

beforeAll(async () => {
  business = await newTenant();
});

afterEach(() => {
  for (const close of closings.splice(0)) close();
});

const operation: DownloadOperation = {
  input: downloads.exportTenant.input,
  permissions: ['tenant:export'],
  gate: 'always',
  calls: { counted: 'tests', perMinute: 100 },
  begin: async () => 'many-lines.jsonl',
  async *lines() {
    running += 1;
    try {
      for (let index = 0; index < manyLines; index += 1) yield line;
    } finally {
      running -= 1;
    }
  },
};

/** Serves a download as it is deployed, and answers how somebody begins it. */
async function serving(waiting = patience) {
  const application = express();
  application.get('/', serveDownload('exportTenant', operation, waiting) as unknown as express.RequestHandler);
  const server = createServer(application).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  closings.push(() => (server.closeAllConnections(), server.close()));
  return async ({ owner, tenantId } = business): Promise<IncomingMessage> => {
    const headers = { authorization: `Bearer ${owner.token}` };
    const request = get({ port, host: '127.0.0.1', path: `/?tenantId=${tenantId}`, headers, agent: false });
    closings.push(() => request.destroy());
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return response;
  };
}

/** Reads the rest, in as many parts with a pause after each, and answers whether it was all and ended as an answer does. */
async function read(
  response: IncomingMessage,
  { parts = 1, pause = 0 } = {},
): Promise<{ all: boolean; whole: boolean }> {
  const length = manyLines * (line.length + 1);
  let bytes = 0;
  let pauses = 0;
  response.on('error', () => undefined);
  response.on('data', (some: Buffer) => {
    bytes += some.length;
    if (bytes < ((pauses + 1) * length) / parts) return;
    pauses += 1;
    response.pause();
    setTimeout(() => response.resume(), pause);
  });
  if (!response.closed) await new Promise((resolve) => response.once('close', resolve));
  return { all: bytes === length, whole: response.complete };
}

describe('a download', () => {
  test('of whoever takes nothing ends, and what came is no whole one; who takes some now and then gets all', async () => {
    const begin = await serving();
    const [stalled, slow] = await Promise.all([begin(), begin()]);
    const took = performance.now();
    expect(await read(slow, { parts: 8, pause: patience / 4 })).toEqual({ all: true, whole: true });
    expect(performance.now() - took).toBeGreaterThan(patience);
    await expect.poll(() => running).toBe(0);
    expect(await read(stalled)).toEqual({ all: false, whole: false });
  });

  test('leaves places to others: a person has three at once, and another one when one has ended', async () => {
    const begin = await serving(60_000);
    const other = await newTenant();
    const [first] = await Promise.all([begin(), begin(), begin()]);
    const refused = await begin();
    expect(refused.statusCode).toBe(429);
    expect((await begin(other)).statusCode).toBe(200);
    expect(await read(first)).toEqual({ all: true, whole: true });
    expect((await begin()).statusCode).toBe(200);
  });
});
