import { copyFileSync, mkdirSync, mkdtempSync, rmSync, unwatchFile, watchFile, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { watchFunctions } from '../build-functions.ts';
import { developmentStack, readDevelopmentStack, type DevelopmentStack } from '../functions-module.ts';
import { Refusal, step } from '../progress.ts';
import { stacksFolder } from '../paths.ts';
import { findToolchain } from '../toolchain/toolchain.js';
import { developmentPorts, requireFree } from './development-ports.ts';
import { rulesFile } from './folder.ts';
import type { Ports } from './ports.ts';
import { SavedData } from './saved-data.ts';
import { startServices, stripeState } from './services.ts';
import { environmentOf, settingsFor } from './settings.ts';
import { Watched } from './watched.ts';
import { developWeb } from './web.ts';

export type Development = {
  readonly ports: Ports;
  readonly environment: Readonly<Record<string, string>>;
  /** Whether it began without data. */
  readonly empty: boolean;
  /** Settles with the reason when the emulators end by themselves. */
  readonly ended: Promise<string>;
  readonly save: () => Promise<void>;
  /** Ends everything at once; safe to repeat. */
  readonly stop: () => void;
};

const folder = path.join(stacksFolder, 'dev');

/**
 * Starts the one stack of `npm start`: fixed ports, data that stays, and functions, rules and web that follow their
 * sources. Throws a Refusal that says what is in the way before anything starts.
 */
export async function startDevelopment(options: {
  fresh: boolean;
  web: Readonly<Record<string, string>>;
}): Promise<Development> {
  const other = readDevelopmentStack();
  if (other) throw new Refusal(`npm start runs already, as process ${other.pid}, on ${other.environment.WEB_URL}.`);
  const toolchain = await findToolchain();
  if ('missing' in toolchain) throw new Refusal(toolchain.missing.join('\n'));
  const ports = developmentPorts();
  await requireFree(ports);

  const data = new SavedData(folder);
  if (options.fresh) data.forget();
  mkdirSync(folder, { recursive: true });
  const importFrom = data.find();
  const settings = settingsFor(ports, path.join(folder, 'keys.json'));
  const environment = environmentOf(ports, settings);

  const watched = new Watched();
  process.once('exit', () => watched.end());
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'tnt-'));
  watched.folder(temporary);
  const running: DevelopmentStack = { pid: process.pid, environment };
  try {
    const { emulators, stripe } = await startServices({
      watched,
      toolchain,
      ports,
      settings,
      folder,
      temporary,
      logFile: path.join(folder, 'emulators.log'),
      ...(importFrom ? { importFrom } : {}),
      build: async (functions) => watched.release(await followFunctions(functions)),
      web: () =>
        developWeb({ ports, environment: { ...environment, ...options.web }, onStart: (pid) => watched.process(pid) }),
    });
    watched.release(followRules());
    writeFileSync(developmentStack, JSON.stringify(running));
    watched.release(() => rmSync(developmentStack, { force: true }));
    return {
      ports,
      environment,
      empty: importFrom === undefined,
      ended: emulators.ended,
      save: () =>
        step('Saving the data', () => data.save(ports.hub, (into) => stripe?.save(path.join(into, stripeState)))),
      stop: () => watched.end(),
    };
  } catch (error) {
    watched.end();
    const hint = importFrom ? '\nIf it is the saved data that cannot be read, begin anew: npm start -- --fresh' : '';
    throw error instanceof Refusal ? new Refusal(error.message + hint) : error;
  }
}

/** Bundles the functions at each change; the emulator sees the new bundle. The first bundle must succeed. */
async function followFunctions(functions: string): Promise<() => void> {
  let isFirst = true;
  const first = Promise.withResolvers<void>();
  const watching = await watchFunctions(functions, (faults) => {
    const told = faults.join('\n');
    if (isFirst && told) first.reject(new Refusal(`${told}\nThe functions do not build.`));
    else if (told) console.error(`${told}\nThe functions do not build: those from before still run.`);
    else if (!isFirst) console.error('Built the functions again.');
    isFirst = false;
    first.resolve();
  });
  await first.promise;
  return () => void watching.dispose();
}

/** By looking, since editors replace files in ways that notifications miss. */
function followRules(): () => void {
  watchFile(rulesFile, { interval: 500 }, () => {
    try {
      copyFileSync(rulesFile, path.join(folder, path.basename(rulesFile)));
    } catch {
      console.error('firestore.rules is gone: the rules from before stay in force.');
    }
  });
  return () => unwatchFile(rulesFile);
}
