import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Refusal } from '../progress.ts';
import { cacheFolder, project, root } from '../paths.ts';
import type { Toolchain } from '../toolchain/toolchain.js';
import { writeLauncherJar } from '../toolchain/launcher-jar.ts';
import type { Settings } from './settings.ts';

export type EmulatorsInput = {
  /** The stack's folder, with its firebase.json. */
  readonly folder: string;
  /** Short: the Functions emulator puts sockets there, whose paths hold some hundred characters. */
  readonly temporary: string;
  readonly toolchain: Toolchain;
  readonly settings: Settings;
  readonly logFile: string;
  /** An export to begin with. */
  readonly importFrom?: string;
  /** Which to start; all that the application uses unless named. */
  readonly only?: string;
  readonly onStart: (child: ChildProcess) => void;
  /** Each line that they print, as it comes. */
  readonly onLine?: (line: string) => void;
};

export type Emulators = { readonly pid: number; readonly ended: Promise<string> };

/** Starts the emulators and answers when they are ready. Throws a Refusal with the log's end when they do not start. */
export async function startEmulators(input: EmulatorsInput): Promise<Emulators> {
  mkdirSync(path.dirname(input.logFile), { recursive: true });
  const log = createWriteStream(input.logFile);
  const firebase = path.join(root, 'node_modules/firebase-tools/lib/bin/firebase.js');
  const child = spawn(
    process.execPath,
    [
      '--require',
      path.join(root, 'scripts/stack/concurrent-workers.cjs'),
      '--require',
      path.join(root, 'scripts/stack/quiet-firebase-tools.cjs'),
      firebase,
      'emulators:start',
      // Named, or it starts an emulator for extensions too and asks for a log-in.
      '--only',
      input.only ?? 'auth,firestore,functions,eventarc,tasks',
      '--project',
      project,
      '--non-interactive',
      ...(input.importFrom ? ['--import', input.importFrom] : []),
    ],
    // A group of its own: Ctrl-C in the terminal is for us, who then stop it in order.
    { cwd: input.folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: environment(input) },
  );
  input.onStart(child);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });

  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(`exit code ${code ?? signal}`));
  });
  let brokenFunctions = false;
  const ready = new Promise<'ready'>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      input.onLine?.(line);
      if (line.includes('Failed to load function')) brokenFunctions = true;
      if (line.includes('All emulators ready')) resolve('ready');
    });
  });
  const outcome = await Promise.race([ready, ended]);
  if (outcome !== 'ready') throw new Refusal(`${endOf(input.logFile)}\n\nThe emulators did not start (${outcome}).`);
  if (brokenFunctions) throw new Refusal(`${endOf(input.logFile)}\n\nThe functions could not be loaded.`);
  return { pid: child.pid ?? 0, ended };
}

/** The last lines of a log, for the person who asks why. */
export function endOf(logFile: string, lines = 30): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

/** Nothing of the person's Firebase log-in, no telemetry, no questions: the emulators must not reach anything real. */
function environment({ temporary, toolchain, settings }: EmulatorsInput): NodeJS.ProcessEnv {
  const { FIREBASE_TOKEN: _token, GOOGLE_APPLICATION_CREDENTIALS: _credentials, ...inherited } = process.env;
  const local = '127.0.0.1,localhost,::1';
  const bypass = [inherited.NO_PROXY ?? inherited.no_proxy, local].filter(Boolean).join(',');
  return {
    ...inherited,
    ...settings,
    PATH: [path.join(toolchain.java.home, 'bin'), path.join(root, 'node_modules/.bin'), inherited.PATH ?? ''].join(
      path.delimiter,
    ),
    JAVA_HOME: toolchain.java.home,
    // The Firestore emulator keeps each evaluation for its report of coverage; unless told, it keeps the garbage as well.
    // Java refuses to start when the least free part is above the largest, and it is 40 unless told.
    JAVA_TOOL_OPTIONS: [
      inherited.JAVA_TOOL_OPTIONS,
      '-XX:MinHeapFreeRatio=10',
      '-XX:MaxHeapFreeRatio=30',
      // It lays what belongs to a document side by side, where the serial one puts all first parts of all documents, then all
      // second ones: a query goes through every document, in three fifths of the time. Less memory than the usual one.
      '-XX:+UseParallelGC',
      '-XX:ParallelGCThreads=1',
      `"-Djava.util.logging.config.file=${quietLogging(temporary)}"`,
    ]
      .filter(Boolean)
      .join(' '),
    ...('jar' in toolchain.jar ? { FIRESTORE_EMULATOR_BINARY_PATH: startable(toolchain.jar) } : {}),
    TMPDIR: temporary,
    XDG_CONFIG_HOME: path.join(temporary, 'config'),
    NO_PROXY: bypass,
    no_proxy: bypass,
    // Shared by all stacks, it takes a third off their start.
    NODE_COMPILE_CACHE: path.join(cacheFolder, 'node-compile'),
    NO_UPDATE_NOTIFIER: '1',
    // Seconds until it gives a starting function up, and with it the requests that wait: a busy machine needs more than 30.
    FUNCTIONS_DISCOVERY_TIMEOUT: '180',
    METADATA_SERVER_DETECTION: 'none',
    CI: '1',
  };
}

/**
 * The Firestore emulator tells of every refusal with a stack, and firebase-tools writes it down twice: hundreds of megabytes
 * for a run of the tests, and a tenth of its time. Its own faults stay.
 */
function quietLogging(folder: string): string {
  const file = path.join(folder, 'logging.properties');
  writeFileSync(file, 'handlers=java.util.logging.ConsoleHandler\n.level=SEVERE\n');
  return file;
}

/** firebase-tools starts a jar by its main class, and the SDK's names none. */
function startable({ from, jar }: Extract<Toolchain['jar'], { jar: string }>): string {
  if (from === 'environment') return jar;
  const launcher = path.join(cacheFolder, 'firestore-emulator-launcher.jar');
  writeLauncherJar(launcher, jar);
  return launcher;
}
