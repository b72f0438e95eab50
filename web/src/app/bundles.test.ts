import path from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

const web = path.join(import.meta.dirname, '../..');

/** What only a local stack may say: the chooser of demo people, the mailbox, the emulators' addresses. */
const localOnly = ['/demo-people.json', '/mailbox/messages', 'tenantry-local', 'demo-tenantry', 'sign in as'];

/** Every text and script of a build, in one. */
async function contentOf(mode: 'production' | 'emulator'): Promise<string> {
  const built = await build({ root: web, mode, logLevel: 'error', build: { write: false } });
  if (!('output' in built)) throw new Error('The web was built into several outputs.');
  return built.output.map((file) => (file.type === 'chunk' ? file.code : String(file.source))).join('\n');
}

describe('the bundles', () => {
  let production = '';
  let emulator = '';
  beforeAll(async () => {
    // Not at once: Vite puts the mode into the environment of the process.
    production = await contentOf('production');
    emulator = await contentOf('emulator');
  }, 120_000);

  it.each(localOnly)('of production do not hold %j, which those for a local stack do', (text) => {
    expect(production.includes(text)).toBe(false);
    expect(emulator.includes(text)).toBe(true);
  });

  it('of production talk to Google for its window, which those for a local stack do not offer', () => {
    expect(production.includes('Continue with Google')).toBe(true);
  });
});
