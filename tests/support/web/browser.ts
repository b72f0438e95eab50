import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { TestContext } from 'vitest';
import type { Person } from '../people.ts';
import { apartContext, giveBack, pagesIn, takeContext } from './contexts/context-pool.ts';
import { sizes, type Width } from './contexts/new-context.ts';
import { storedSession } from './stored-session.ts';

/**
 * One browser for all files of a worker, since to start one takes as long as a test. `watch-windows.ts`, which runs before
 * each file, closes what a test opened and fails it for what its windows reported.
 */

export { sizes };

/** Where pictures of the last run are. */
export const pictures = path.join(import.meta.dirname, '../../../test-results/screens');

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
  const passed = task.result?.state !== 'fail';
  if (!passed) await keepPictures(task.name);
  const left = [...contexts];
  contexts.clear();
  await Promise.all(left.map((context) => giveBack(context, passed)));
  // What a page still said while it was closed is judged by what its own test expected.
  const found = problems.splice(0);
  expected.clear();
  if (found.length > 0) throw new Error(`A page reported what the test does not expect:\n${found.join('\n')}`);
}

type WindowOptions = {
  readonly width?: Width | undefined;
  /** Who has signed in there before; nobody without one. */
  readonly as?: Person;
  /** In a browser that keeps nothing for other tests: for what lasts longer than a page, and for what is in its memory. */
  readonly apart?: boolean | undefined;
};

/** A window of its own, as another person on another device has: nothing stored but the sign-in that is asked for. */
export async function openWindow({ width = 1440, as, apart = false }: WindowOptions = {}): Promise<Page> {
  if (!watched) throw new Error('Nobody closes the windows of this file: its project needs watch-windows.ts.');
  const entry = as && (await storedSession(as));
  const context = await (apart ? apartContext(width, entry) : takeContext(width, entry));
  contexts.add(context);
  const page = await context.newPage();
  watch(page);
  return page;
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
  const pages = [...contexts].flatMap(pagesIn);
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: path.join(pictures, `failed-${name}-${index}.png`) }).catch(() => undefined);
  }
}
