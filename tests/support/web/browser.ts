import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestContext } from 'vitest';
import { launchChromium } from '../chromium.ts';
import type { Person } from '../people.ts';
import { stack } from '../stack.ts';
import { storedSession } from './stored-session.ts';

/**
 * One browser for all files of a worker, since to start one takes as long as a test. `watch-windows.ts`, which runs before
 * each file, closes what a test opened and fails it for what its windows reported.
 */

/** Of a phone and of a desk. */
export const sizes = { 375: { width: 375, height: 812 }, 1440: { width: 1440, height: 900 } } as const;

/** Where pictures of the last run are. */
export const pictures = path.join(import.meta.dirname, '../../../test-results/screens');

let browser: Promise<Browser> | undefined;
let watched = false;
const contexts = new Set<BrowserContext>();
const problems: string[] = [];
const expected = new Map<Page, RegExp[]>();

/** Promises that `closeWindows` is called after each test of every file. */
export function promiseToClose(): void {
  watched = true;
}

/** Closes every window of a test, with a picture of each when it failed. Throws what they reported and it does not expect. */
export async function closeWindows(task: TestContext['task']): Promise<void> {
  if (task.result?.state === 'fail') await keepPictures(task.name);
  await Promise.all([...contexts].map((context) => context.close()));
  contexts.clear();
  // What a page still said while it was closed is judged by what its own test expected.
  const found = problems.splice(0);
  expected.clear();
  if (found.length > 0) throw new Error(`A page reported what the test does not expect:\n${found.join('\n')}`);
}

type WindowOptions = {
  readonly width?: keyof typeof sizes | undefined;
  /** Who has signed in there before; nobody without one. */
  readonly as?: Person;
};

/** A window of its own, as another person on another device has: nothing stored but the sign-in that is asked for. */
export async function openWindow({ width = 1440, as }: WindowOptions = {}): Promise<Page> {
  if (!watched) throw new Error('Nobody closes the windows of this file: its project needs watch-windows.ts.');
  const context = await (
    await openBrowser()
  ).newContext({
    baseURL: stack.web,
    viewport: sizes[width],
    hasTouch: width === 375,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ...(as && {
      storageState: { cookies: [], origins: [{ origin: stack.web, localStorage: [await storedSession(as)] }] },
    }),
  });
  contexts.add(context);
  await context.addInitScript(tellViolations);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  watch(page);
  return page;
}

/** The worker's browser, or another one when that has ended. It ends with the worker. */
function openBrowser(): Promise<Browser> {
  // A picture of the heap shortens long texts otherwise, and what a test looks for may be at their ends.
  const launch = () => launchChromium(['--js-flags=--heap-snapshot-string-limit=100000000']);
  // One after the other, so that windows which open at once wait for one browser.
  browser = (browser ?? launch()).then((running) => (running.isConnected() ? running : launch()));
  return browser;
}

/** What the page's security policy stops is said on its console, which is watched. */
function tellViolations(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`The policy of the page stopped: ${effectiveDirective} ${blockedURI}`);
  });
}

/** Another tab of the same person on the same device. */
export async function openTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  watch(tab);
  return tab;
}

/**
 * Opens a link that leads on to another page by itself. That one may be under way before the first has loaded all of its
 * own, and waiting for that would end in a refusal.
 */
export async function follow(page: Page, link: string): Promise<void> {
  await page.goto(link, { waitUntil: 'commit' });
}

/** Says that a problem like this belongs to what the test does, such as a refused call that the browser logs. */
export function expectProblem(page: Page, ...patterns: RegExp[]): void {
  expected.set(page, [...(expected.get(page) ?? []), ...patterns]);
}

/** A call that the server refused: the browser logs each, whatever the page makes of it. */
export const refusedCall = /Failed to load resource: the server responded with a status of 4\d\d/;

/** A line of the database that was open when its page was left: the emulator no longer knows what the SDK hangs up. */
const lineLetGo = /status of 400 .*Firestore\/(Listen|Write)\/channel/;

function watch(page: Page): void {
  const report = (what: string): void => {
    if (!expected.get(page)?.some((pattern) => pattern.test(what))) problems.push(`${page.url()}: ${what}`);
  };
  page.on('console', (message) => {
    const what = `${message.text()} ${message.location().url}`;
    if (message.type() === 'error' && !lineLetGo.test(what)) report(what);
  });
  page.on('pageerror', (error) => report(`${error.name}: ${error.message}`));
}

/**
 * Opens an address and signs in there through the chooser of a local stack; ends where the person wanted to go. Where
 * signing in is not what the test is about, `openWindow({ as })` is quicker.
 */
export async function signIn(page: Page, email: string, address = '/'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Somebody else' }).click();
  const chooser = page.getByRole('region', { name: 'On this machine: sign in as' });
  await chooser.getByLabel('E-mail address').fill(email);
  await chooser.getByRole('button', { name: 'Sign in as this person' }).click();
  await chooser.waitFor({ state: 'detached' });
}

/** What every window showed when a test failed. */
async function keepPictures(test: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const name = test.replaceAll(/[^\p{Letter}\d]+/gu, '-').slice(0, 80);
  const pages = [...contexts].flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: path.join(pictures, `failed-${name}-${index}.png`) }).catch(() => undefined);
  }
}
