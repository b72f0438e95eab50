import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** The shell first: a page takes it half the work of a whole browser. */
const names = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A Chromium or Chrome on this machine: CHROME_PATH, else one in PATH or the usual place, else Playwright's own. */
export function findChromium(env = process.env): string | undefined {
  if (env['CHROME_PATH']) return isExecutable(env['CHROME_PATH']) ? env['CHROME_PATH'] : undefined;
  const folders = [...(env['PATH'] ?? '').split(path.delimiter).filter(Boolean), '/usr/bin', '/snap/bin'];
  const inPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...inPath, ...applications, chromium.executablePath()].find(isExecutable);
}

export const chromiumMissing =
  'No Chromium is here: install the package chromium (Debian: apt-get install chromium-headless-shell; macOS: brew install --cask chromium), ' +
  'run `npx playwright-core install chromium`, or name one in CHROME_PATH.';

/** Starts a headless browser, with more arguments if any. Throws a sentence that says what to install when there is none. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumMissing);
  return chromium.launch({
    executablePath,
    // Its sandbox does not work for root, and containers give it a /dev/shm that is too small.
    args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...more],
  });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
