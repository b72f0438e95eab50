import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';

const stampFile = path.join(root, 'node_modules/.tenantry-installed');
const logFile = path.join(root, '.cache/install.log');

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Package */

/** Its message is for the person: what failed and what to do. */
export class InstallFailed extends Error {}

/**
 * Installs what package-lock.json names, unless node_modules holds exactly that. Throws InstallFailed.
 * @param {(() => Promise<void>) | undefined} before what must hold for an installation to be of use
 */
export async function ensureInstalled(before) {
  if (isInstalled()) return;
  await before?.();
  mkdirSync(path.dirname(logFile), { recursive: true });
  await withLock(path.join(root, '.cache/install.lock'), 'Another command is installing the packages', async () => {
    if (!isInstalled()) await install();
  });
}

/** Whether node_modules holds what package-lock.json names; cheap, as every command asks. */
export function isInstalled() {
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return true;
  if (!holdsWhatIsLocked()) return false;
  // Somebody ran npm by hand: remember that it was right.
  writeFileSync(stampFile, wanted);
  return true;
}

function fingerprint() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

/** npm leaves a lockfile of what it installed inside node_modules. */
function holdsWhatIsLocked() {
  const installedFile = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile) || !existsSync(nodeBinary)) return false;
  const installed = packagesIn(installedFile);
  return Object.entries(packagesIn(path.join(root, 'package-lock.json'))).every(
    ([place, entry]) =>
      !place.includes('node_modules/') ||
      entry.optional === true ||
      entry.devOptional === true ||
      entry.peer === true ||
      installed[place]?.version === entry.version,
  );
}

/** The project's own Node, a package like the others. */
export const nodeBinary = path.join(root, 'node_modules/.bin/node');

/**
 * @param {string} file
 * @returns {Record<string, Package>}
 */
function packagesIn(file) {
  return /** @type {{ packages: Record<string, Package> }} */ (JSON.parse(readFileSync(file, 'utf8'))).packages;
}

async function install() {
  writeFileSync(logFile, '');
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const line = () => process.stderr.write(`\rInstalling the packages… ${seconds()} s `);
  console.error('Installing the packages (once; one to three minutes).');
  const ticker = process.stderr.isTTY ? setInterval(line, 1000) : undefined;
  try {
    for (const args of installCommands()) await npm(args);
    if (!existsSync(nodeBinary)) throw new InstallFailed('npm installed the packages, but not the project’s own Node.');
    writeFileSync(stampFile, fingerprint());
  } finally {
    clearInterval(ticker);
    if (ticker) process.stderr.write('\r\u001b[K');
  }
  console.error(`Installed the packages in ${seconds()} s.`);
}

/**
 * Install scripts run for the packages that package.json allows, and for no others: `re2` would compile for a minute
 * and a half and nothing needs it. An npm that doesn't know the list gets the same by hand.
 * @returns {string[][]}
 */
function installCommands() {
  const help = spawnSync(...npmInvocation(['ci', '--help']), { cwd: root, encoding: 'utf8' });
  if (help.error) throw new InstallFailed('npm is not to be found. It comes with Node: https://nodejs.org.');
  if (help.stdout.includes('--strict-allow-scripts')) return [['ci', '--strict-allow-scripts']];
  const { allowScripts } = /** @type {{ allowScripts: Record<string, boolean> }} */ (
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  );
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  return [
    ['ci', '--ignore-scripts'],
    ['rebuild', '--foreground-scripts', ...allowed],
  ];
}

/**
 * The npm that is running, or else the one in PATH.
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
function npmInvocation(args) {
  const running = process.env.npm_execpath;
  if (running?.endsWith('npm-cli.js') && existsSync(running)) return [process.execPath, [running, ...args]];
  return ['npm', args];
}

/** @param {string[]} args */
async function npm(args) {
  const log = openSync(logFile, 'a');
  const [file, all] = npmInvocation([...args, '--no-audit', '--no-fund', '--loglevel=warn']);
  const child = spawn(file, all, { cwd: root, stdio: ['ignore', log, log], env: childEnvironment() });
  /** @type {string | number | null} */
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (exit) => resolve(exit));
  });
  closeSync(log);
  if (code === 0) return;
  // The Node that npm runs under may be older than the packages want; they run under the project's own.
  const lines = readFileSync(logFile, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('npm warn EBADENGINE'));
  const end = lines.slice(-25).join('\n');
  throw new InstallFailed(
    `\n${end}\n\nnpm could not install the packages (npm ${args.join(' ')}: ${code}). ` +
      `Its words are above, whole in ${path.relative(root, logFile)}. Without a connection, connect once and run this again.`,
  );
}

/** Without the settings that npm hands to its scripts: the inner npm would take them for its own command line. */
function childEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|command)/.test(name)),
  );
}
