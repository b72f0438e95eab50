import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFor } from '../../vite/entries.ts';
import { hostingHeaders } from '../../vite/hosting-headers.ts';

type Hosting = {
  readonly rewrites: readonly { readonly source: string; readonly destination?: string }[];
  readonly headers: readonly object[];
};
type Superstatic = (options: {
  config: object;
  cwd: string;
}) => (...request: [...Parameters<RequestListener>, () => void]) => void;

/** What Firebase's own emulator serves hosting with: it reads patterns and rewrites as hosting does. */
const tools = createRequire(createRequire(import.meta.url).resolve('firebase-tools/package.json'));
const { default: superstatic } = tools('superstatic') as { default: Superstatic };
const { hosting } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../firebase.json'), 'utf8')) as {
  hosting: Hosting;
};

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hosting-'));
  mkdirSync(path.join(folder, 'assets'));
  for (const file of ['index.html', 'portal.html', 'admin.html', 'icon.svg', 'assets/a.js']) {
    writeFileSync(path.join(folder, file), `/${file}`);
  }
  // Functions answer elsewhere.
  const rewrites = hosting.rewrites.filter(({ destination }) => destination);
  const serve = superstatic({ config: { ...structuredClone(hosting), rewrites, public: '.' }, cwd: folder });
  server = createServer((request, response) => serve(request, response, () => response.writeHead(404).end()));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (address: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`);

describe('hosting', () => {
  it.each(['/', '/t/nord/orders/o1', '/portal/nord', '/portal', '/portals', '/admin', '/admin/x', '/sign-in/finish'])(
    'answers %s with the page that the local stack answers with, and its headers',
    async (address) => {
      const response = await get(address);
      expect(await response.text()).toBe(pageFor(address));
      expect(Object.fromEntries(response.headers)).toMatchObject(hostingHeaders(address));
      expect(response.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('keeps what is named after its content for good, and never a page in the place of what is gone', async () => {
    const there = await get('/assets/a.js');
    expect(there.headers.get('cache-control')).toMatch(/max-age=31536000, immutable/);
    expect(Object.fromEntries(there.headers)).toMatchObject(hostingHeaders('/assets/a.js'));
    const gone = await get('/assets/of-the-build-before.js');
    expect(gone.status).toBe(404);
    expect(await gone.text()).not.toContain('index.html');
  });

  it("lets a page of its own frame the sign-in's helper, and nobody frame a page", () => {
    expect(hostingHeaders('/__/auth/iframe')['content-security-policy']).toBe("frame-ancestors 'self'");
    expect(hostingHeaders('/')['content-security-policy']).toMatch(/frame-ancestors 'none'$/);
  });
});
