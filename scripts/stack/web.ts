import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildEmulatorWeb } from '../build-web.ts';
import { Refusal, step } from '../progress.ts';
import { cacheFolder, root } from '../paths.ts';
import type { Ports } from './ports.ts';

type WebInput = {
  readonly ports: Ports;
  readonly environment: Readonly<Record<string, string>>;
  readonly onStart: (pid: number) => void;
};

/** Builds the web for emulators, unless it is built already, and serves it on the stack's web port. */
export async function previewWeb(input: WebInput): Promise<void> {
  const folder = await step('Building the web', buildEmulatorWeb);
  await vite(['preview', '--mode', 'emulator', '--outDir', folder], input);
}

/** Serves the web from its sources, each change at once. */
export function developWeb(input: WebInput): Promise<void> {
  return step('Starting the web', () => vite(['--mode', 'development'], input));
}

async function vite(args: readonly string[], { ports, environment, onStart }: WebInput): Promise<void> {
  const logFile = path.join(cacheFolder, `web-${ports.web}.log`);
  mkdirSync(cacheFolder, { recursive: true });
  const log = createWriteStream(logFile);
  const address = ['--host', '127.0.0.1', '--port', String(ports.web), '--strictPort'];
  const child = spawn(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), ...args, ...address], {
    cwd: path.join(root, 'web'),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
  if (child.pid) onStart(child.pid);
  const url = `http://127.0.0.1:${ports.web}/`;
  if (!(await answers(url, () => child.exitCode !== null))) {
    throw new Refusal(`${readFileSync(logFile, 'utf8')}\nThe web does not answer on ${url}.`);
  }
}

/** Waits until an address answers at all; false when its server has ended or half a minute has passed. */
async function answers(url: string, hasEnded: () => boolean): Promise<boolean> {
  for (const end = Date.now() + 30_000; Date.now() < end && !hasEnded(); await sleep(100)) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (!answer) continue;
    await answer.body?.cancel();
    return true;
  }
  return false;
}
