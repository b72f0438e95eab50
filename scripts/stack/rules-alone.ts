import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { stacksFolder } from '../paths.ts';
import { findToolchain } from '../toolchain/toolchain.js';
import { faultOfAnonymousRead } from './anonymous-read.ts';
import { startEmulators } from './emulators.ts';
import { prepareFolder } from './folder.ts';
import { reservePorts } from './ports.ts';
import { settingsFor } from './settings.ts';
import { Watched } from './watched.ts';

/** What is wrong with the rules, as a Firestore emulator that is started for this alone sees them; undefined when they refuse. */
export async function faultOfRules(): Promise<string | undefined> {
  const toolchain = await findToolchain();
  if ('missing' in toolchain)
    return 'The rules could not be tried: the emulator does not start here, for the reason above';
  const watched = new Watched();
  process.once('exit', () => watched.end());
  try {
    const { ports, release } = await reservePorts();
    watched.release(release);
    mkdirSync(stacksFolder, { recursive: true });
    const folder = mkdtempSync(path.join(stacksFolder, `${process.pid}-`));
    watched.folder(folder);
    const settings = settingsFor(ports);
    prepareFolder(folder, ports, settings);
    await startEmulators({
      folder,
      temporary: folder,
      toolchain,
      settings,
      logFile: path.join(folder, 'emulators.log'),
      only: 'firestore',
      onStart: ({ pid }) => pid && watched.process(pid),
    });
    return await faultOfAnonymousRead(`127.0.0.1:${ports.firestore}`);
  } finally {
    watched.end();
  }
}
