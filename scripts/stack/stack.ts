import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildFunctions } from '../build-functions.ts';
import { Refusal } from '../progress.ts';
import { stacksFolder } from '../paths.ts';
import { findToolchain } from '../toolchain/toolchain.js';
import type { Emulators } from './emulators.ts';
import { reservePorts } from './ports.ts';
import { startServices } from './services.ts';
import { environmentOf, settingsFor } from './settings.ts';
import { Watched } from './watched.ts';
import { previewWeb } from './web.ts';

export type Stack = {
  /** For commands that run inside. */
  readonly environment: Readonly<Record<string, string>>;
  readonly emulators: Emulators;
  /** Builds the web, unless it is built, and serves it on WEB_URL. Throws a Refusal when it does not build. */
  readonly serveWeb: () => Promise<void>;
  /** Takes a process that runs inside: it ends with the stack. */
  readonly adopt: (pid: number) => void;
  /** Lets go of one that has ended. */
  readonly release: (pid: number) => void;
  /** Ends everything and removes the folder; safe to repeat. */
  readonly stop: () => void;
};

/**
 * Builds and starts functions, emulators and a mailbox on free ports, from a folder of their own. Whatever ends this
 * process ends the stack. Throws a Refusal that says what is missing before anything starts.
 */
export async function startStack(options: { logFile?: string } = {}): Promise<Stack> {
  const toolchain = await findToolchain();
  if ('missing' in toolchain) throw new Refusal(toolchain.missing.join('\n'));

  const watched = new Watched();
  process.once('exit', () => watched.end());
  try {
    const { ports, release } = await reservePorts();
    watched.release(release);
    mkdirSync(stacksFolder, { recursive: true });
    const folder = mkdtempSync(path.join(stacksFolder, `${process.pid}-`));
    watched.folder(folder);
    const temporary = mkdtempSync(path.join(os.tmpdir(), 'tnt-'));
    watched.folder(temporary);

    const settings = settingsFor(ports);
    const environment = environmentOf(ports, settings);
    const { emulators } = await startServices({
      watched,
      toolchain,
      ports,
      settings,
      folder,
      temporary,
      logFile: options.logFile ?? path.join(folder, 'emulators.log'),
      build: buildFunctions,
    });
    const adopt = (pid: number): void => watched.process(pid);
    return {
      environment,
      emulators,
      serveWeb: () => previewWeb({ ports, environment, onStart: adopt }),
      adopt,
      release: (pid) => watched.forget(pid),
      stop: () => watched.end(),
    };
  } catch (error) {
    watched.end();
    throw error;
  }
}
