import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The emulators ask for this version or a later one. */
export const oldestJava = 21;

/** Folders in which systems and their package managers put one folder per Java. */
const shelves = [
  '/usr/lib/jvm',
  '/usr/java',
  '/opt',
  '/opt/java',
  '/Library/Java/JavaVirtualMachines',
  '/opt/homebrew/opt',
  '/usr/local/opt',
  path.join(os.homedir(), '.sdkman/candidates/java'),
  path.join(os.homedir(), '.jdks'),
  path.join(os.homedir(), '.asdf/installs/java'),
  path.join(os.homedir(), '.local/share/mise/installs/java'),
  path.join(os.homedir(), 'Library/Java/JavaVirtualMachines'),
];

/** @typedef {{ readonly home: string, readonly version: number }} Java */

/**
 * Any Java that is new enough (JAVA_HOME first, then PATH, then the usual folders), or the newest too old one found.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} folders
 * @returns {{ found?: Java, tooOld?: Java }}
 */
export function findJava(env = process.env, folders = shelves) {
  /** @type {Java | undefined} */
  let tooOld;
  for (const binary of candidates(env, folders)) {
    const version = versionOf(binary);
    if (version === undefined) continue;
    const java = { home: path.dirname(path.dirname(binary)), version };
    if (version >= oldestJava) return { found: java };
    if (version > (tooOld?.version ?? 0)) tooOld = java;
  }
  return tooOld ? { tooOld } : {};
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} folders
 * @returns {Generator<string>}
 */
function* candidates(env, folders) {
  const homes = [
    ...(env.JAVA_HOME ? [path.join(env.JAVA_HOME, 'bin')] : []),
    ...(env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== ''),
  ];
  for (const folder of homes) yield path.join(folder, 'java');
  for (const shelf of folders) {
    if (!existsSync(shelf)) continue;
    for (const name of readdirSync(shelf).toSorted().toReversed()) {
      yield path.join(shelf, name, 'bin/java');
      yield path.join(shelf, name, 'Contents/Home/bin/java');
      yield path.join(shelf, name, 'libexec/openjdk.jdk/Contents/Home/bin/java');
    }
  }
}

/** @param {string} binary */
function versionOf(binary) {
  if (!existsSync(binary)) return undefined;
  const { stderr, stdout, error } = spawnSync(binary, ['-version'], { encoding: 'utf8', timeout: 20_000 });
  return error ? undefined : parseJavaVersion(`${stderr}${stdout}`);
}

/**
 * The major version in what `java -version` prints: 21 for "21.0.2", 8 for "1.8.0_392".
 * @param {string} printed
 */
export function parseJavaVersion(printed) {
  const version = /version "(\d+)(?:\.(\d+))?/.exec(printed);
  if (!version) return undefined;
  const [, first, second] = version;
  return Number(first === '1' && second !== undefined ? second : first);
}
