import type { Browser } from 'playwright-core';
import { launchChromium } from '../../chromium.ts';

/** Those that share keep one process for all pages of a context, which is warm when the next one opens. */
const flags = {
  shared: ['--process-per-site'],
  // A process for each tab. A picture of its heap shortens long texts otherwise, and what a test looks for may be at their ends.
  apart: ['--js-flags=--heap-snapshot-string-limit=100000000'],
} as const;

const browsers = new Map<keyof typeof flags, Promise<Browser>>();

/** The worker's browser of a kind, or another one when that has ended. It ends with the worker. */
export function openBrowser(kind: keyof typeof flags): Promise<Browser> {
  const launch = () => launchChromium(flags[kind]);
  // One after the other, so that windows which open at once wait for one browser.
  const browser = (browsers.get(kind) ?? launch()).then((running) => (running.isConnected() ? running : launch()));
  browsers.set(kind, browser);
  return browser;
}
