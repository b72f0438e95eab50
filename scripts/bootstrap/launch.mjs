import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nodeBinary } from './install.mjs';
import { root } from './root.mjs';

/** Commands that are a tool as it stands; every other one is a file `scripts/<command>.ts`. */
const tools = /** @type {Record<string, string[]>} */ ({
  lint: ['node_modules/oxlint/bin/oxlint'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--write', '.'],
});

/**
 * Runs a command under the project's Node, handing signals on to it.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>} the exit code; 128 and the signal's number when a signal ended it
 */
export function launch(command, args) {
  const script = path.join('scripts', `${command}.ts`);
  const tool = Object.hasOwn(tools, command) ? tools[command] : undefined;
  if (!tool && !(/^[a-z-]+$/.test(command) && existsSync(path.join(root, script)))) {
    console.error(`There is no command "${command}". There are: ${known().join(', ')}.`);
    return Promise.resolve(2);
  }
  const child = spawn(nodeBinary, [...(tool ?? [script]), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  followParent(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`The project’s Node does not start: ${error.message}. Remove node_modules and run this again.`);
      resolve(1);
    });
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 0)));
  });
}

/**
 * npm killed outright takes nothing with it: whoever it started sees that it went.
 * @param {() => void} gone
 */
function followParent(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) gone();
  }, 1000).unref();
}

function known() {
  const scripts = readdirSync(path.join(root, 'scripts'))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => name.slice(0, -3));
  return [...Object.keys(tools), ...scripts].sort();
}
