import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { buildEmulatorWeb } from '../build-web.ts';
import { Refusal, step } from '../progress.ts';
import { root } from '../paths.ts';
import type { Ports } from './ports.ts';

type WebInput = {
  readonly ports: Ports;
  readonly environment: Readonly<Record<string, string>>;
  readonly onStart: (pid: number) => void;
};

/** Builds the web for emulators, unless it is built already, and serves it on the stack's web port. */
export async function serveWeb({ ports, environment, onStart }: WebInput): Promise<void> {
  const folder = await step('Building the web', buildEmulatorWeb);
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(
    process.execPath,
    [
      vite,
      'preview',
      '--mode',
      'emulator',
      '--outDir',
      folder,
      '--host',
      '127.0.0.1',
      '--port',
      String(ports.web),
      '--strictPort',
    ],
    {
      cwd: path.join(root, 'web'),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  if (child.pid) onStart(child.pid);
  await answers(
    `http://127.0.0.1:${ports.web}/`,
    () => child.exitCode !== null,
    () => printed,
  );
}

/** Waits until an address answers at all. Throws a Refusal when the server has ended or half a minute has passed. */
export async function answers(url: string, hasEnded: () => boolean, printed: () => string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end && !hasEnded(); await sleep(100)) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (answer) {
      await answer.body?.cancel();
      return;
    }
  }
  throw new Refusal(`${printed()}\nThe web does not answer on ${url}.`);
}
