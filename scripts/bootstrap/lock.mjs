import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs work while holding a lock file, waiting for a living process that holds it; one left by a dead process is taken over.
 * @template T
 * @param {string} file
 * @param {string} waiting said once when there is somebody to wait for
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, waiting, work) {
  for (let said = false; !acquire(file); said = true) {
    if (!said) console.error(`${waiting}; waiting for it.`);
    await sleep(300);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

/**
 * Takes the lock file for this process when nobody alive holds it; answers whether it did.
 * @param {string} file
 */
export function acquire(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  if (!isHeldByTheDead(file)) return false;
  rmSync(file, { force: true });
  return acquire(file);
}

/** @param {string} file */
function isHeldByTheDead(file) {
  let holder, changed;
  try {
    holder = Number(readFileSync(file, 'utf8'));
    changed = statSync(file).mtimeMs;
  } catch {
    return false;
  }
  // Empty for an instant, between its creation and the writing of the id; longer when its maker died in that instant.
  if (!holder) return Date.now() - changed > 5000;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
