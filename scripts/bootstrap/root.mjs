import os from 'node:os';
import path from 'node:path';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '../..');

/** An empty or absent HOME would make tools write their caches into the current folder. */
if (!process.env.HOME) process.env.HOME = os.userInfo().homedir || os.tmpdir();
