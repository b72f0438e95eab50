import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleModule } from './build-functions.ts';
import { cacheFolder, stacksFolder } from './paths.ts';
import { Refusal } from './progress.ts';
import { isAlive } from './stack/processes.ts';

/** Where a running `npm start` says what its commands need. */
export const developmentStack = path.join(stacksFolder, 'dev/running.json');
export type DevelopmentStack = { readonly pid: number; readonly environment: Readonly<Record<string, string>> };

/** The exports of a module of the functions, which acts on the stack or project that the environment names. */
export async function loadFunctionsModule(entry: string): Promise<Record<string, unknown>> {
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(path.join(cacheFolder, 'module-'));
  try {
    const file = path.join(folder, 'module.cjs');
    await bundleModule(entry, file);
    return ((await import(pathToFileURL(file).href)) as { default: Record<string, unknown> }).default;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A table of functions that a module exports. Throws when it exports none of that name. */
export async function loadTable<Task>(entry: string, name: string): Promise<Readonly<Record<string, Task>>> {
  const table = (await loadFunctionsModule(entry))[name];
  if (typeof table !== 'object' || table === null) throw new Error(`${entry} exports no table ${name}.`);
  return table as Readonly<Record<string, Task>>;
}

/** Points this process at the stack that it runs inside, or else at the running `npm start`. Throws a Refusal when there is neither. */
export function useStack(): void {
  if (process.env.FIRESTORE_EMULATOR_HOST) return;
  const running = readDevelopmentStack();
  if (!running)
    throw new Refusal('Nothing runs: begin with `npm start`, or put `npm run with-stack --` before the command.');
  Object.assign(process.env, running.environment);
}

/** The running `npm start`, if there is one. */
export function readDevelopmentStack(): DevelopmentStack | undefined {
  if (!existsSync(developmentStack)) return undefined;
  const running = JSON.parse(readFileSync(developmentStack, 'utf8')) as DevelopmentStack;
  return isAlive(running.pid) ? running : undefined;
}

/** Points this process at a real project, with the application default credentials of whoever runs it. */
export function useProject(id: string): void {
  for (const name of Object.keys(process.env)) if (name.endsWith('_EMULATOR_HOST')) delete process.env[name];
  Object.assign(process.env, { GCLOUD_PROJECT: id, GOOGLE_CLOUD_PROJECT: id });
}
