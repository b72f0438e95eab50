import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, context, formatMessages, type BuildContext, type BuildOptions } from 'esbuild';
import { root } from './paths.ts';

/** Each bundle and where it begins. What is not always needed is a bundle of its own, so that a cold start stays short. */
const entries = {
  index: 'functions/src/index.ts',
  'mail-templates': 'functions/src/mail-templates.ts',
} as const satisfies Record<string, string>;

/** The folder that is deployed. */
export const libFolder = path.join(root, 'functions/lib');

/** Bundles the functions, dependencies and all, with a package.json of their own. Throws with esbuild's messages. */
export async function buildFunctions(folder: string = libFolder): Promise<void> {
  writePackage(folder);
  await build(options(folder));
}

/** The same, again on every change, until disposed. */
export async function watchFunctions(
  folder: string,
  onBuild: (faults: readonly string[]) => void,
): Promise<BuildContext> {
  writePackage(folder);
  const watching = await context({
    ...options(folder),
    plugins: [
      {
        name: 'report',
        setup: (bundle) => bundle.onEnd(async ({ errors }) => onBuild(await formatMessages(errors, { kind: 'error' }))),
      },
    ],
  });
  await watching.watch();
  return watching;
}

/** Bundles one module into a file, for a script that calls the functions' own code. */
export async function bundleModule(entry: string, outfile: string): Promise<void> {
  await build({ ...shared, entryPoints: [path.join(root, entry)], outfile });
}

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  // As ESM it fails on `__dirname` inside google-gax.
  format: 'cjs',
  jsx: 'automatic',
  keepNames: true,
  logLevel: 'silent',
  legalComments: 'none',
} as const satisfies BuildOptions;

function options(folder: string): BuildOptions {
  return {
    ...shared,
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path.join(root, file)])),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    sourcemap: 'linked',
  };
}

type Package = { name: string; version: string; engines: Record<string, string>; dependencies: Record<string, string> };

/** Cloud Build installs what this names: only the SDK, whose presence the deployment checks; the bundle holds the rest. */
function writePackage(folder: string): void {
  const source = JSON.parse(readFileSync(path.join(root, 'functions/package.json'), 'utf8')) as Package;
  const { name, version, engines } = source;
  const dependencies = Object.fromEntries(
    ['firebase-admin', 'firebase-functions'].map((library) => [library, source.dependencies[library]]),
  );
  const contents = { name, version, private: true, main: 'index.cjs', engines, dependencies };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(contents, null, 2)}\n`);
}
