import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './bootstrap/lock.mjs';
import { cacheFolder, root } from './paths.ts';
import { Refusal } from './progress.ts';

const web = path.join(root, 'web');

/** Builds what is deployed, into web/dist. */
export function buildWeb(): Promise<void> {
  return vite(['build', '--outDir', path.join(web, 'dist'), '--emptyOutDir']);
}

/**
 * The web built for the emulators, in a folder that is named by what went into it: several stacks share a build, and
 * none serves another's. Answers the folder.
 */
export async function buildEmulatorWeb(): Promise<string> {
  const builds = path.join(cacheFolder, 'web');
  mkdirSync(builds, { recursive: true });
  const folder = path.join(builds, fingerprint());
  await withLock(path.join(builds, 'build.lock'), 'Another command is building the web', async () => {
    if (existsSync(folder)) return;
    const draft = path.join(builds, 'draft');
    await vite(['build', '--mode', 'emulator', '--outDir', draft, '--emptyOutDir']);
    renameSync(draft, folder);
  });
  return folder;
}

const sources = [
  'web/{src,vite,messages,public}/**/*',
  'web/*.{ts,html,json}',
  'web/project.inlang/settings.json',
  'model/src/**/*.ts',
  'package-lock.json',
];

/** Of every file that the web is built from. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root, exclude: (file) => /(^|\/)paraglide$/.test(file) }).filter((file) =>
    statSync(path.join(root, file)).isFile(),
  );
  for (const file of files.filter((each) => !/\.test\.tsx?$/.test(each)).toSorted()) {
    hash.update(file).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function vite(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), ...args], {
    cwd: web,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Refusal(`${printed}\nThe web could not be built.`);
}
