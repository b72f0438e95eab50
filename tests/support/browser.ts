import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { stack } from './stack.ts';

/** Importing this gives a file of tests one browser, and watches every window that a test opens for problems. */

const widths = [375, 1440] as const;
const schemes = ['light', 'dark'] as const;
const heights = { 375: 812, 1440: 900 } as const;
const pictures = path.join(import.meta.dirname, '../../test-results/screens');

let browser: Promise<Browser> | undefined;
const contexts = new Set<BrowserContext>();
const problems: string[] = [];
const expected = new Map<Page, RegExp[]>();

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPictures(task.name);
  await Promise.all([...contexts].map((context) => context.close()));
  contexts.clear();
  // What a page still said while it was closed is judged by what its own test expected.
  const found = problems.splice(0);
  expected.clear();
  if (found.length > 0) throw new Error(`A page reported what the test does not expect:\n${found.join('\n')}`);
});

afterAll(async () => {
  await (await browser)?.close();
});

type WindowOptions = { readonly width?: (typeof widths)[number] };

/** A window of its own, as another person on another device has: nothing stored, nobody signed in. */
export async function openWindow({ width = 1440 }: WindowOptions = {}): Promise<Page> {
  browser ??= launchChromium();
  const context = await (
    await browser
  ).newContext({
    baseURL: stack.web,
    viewport: { width, height: heights[width] },
    hasTouch: width === 375,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  contexts.add(context);
  context.setDefaultTimeout(20_000);
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

/** Opens an address and signs in there through the chooser of a local stack; ends where the person wanted to go. */
export async function signIn(page: Page, email: string, address = '/'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Somebody else' }).click();
  const chooser = page.getByRole('region', { name: 'On this machine: sign in as' });
  await chooser.getByLabel('E-mail address').fill(email);
  await chooser.getByRole('button', { name: 'Sign in as this person' }).click();
  await chooser.waitFor({ state: 'detached' });
}

/**
 * Photographs a page on a phone and on a desk, light and dark, into `test-results/screens`. Each picture is also judged:
 * axe finds nothing serious, and nothing scrolls sideways. The window keeps its size and scheme.
 */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: heights[width] });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const picture = `${name}-${width}-${colorScheme}`;
      // Colours that run into each other, and fonts, are drawn by then; on a busy machine the frames come late.
      await page.waitForTimeout(100);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await page.screenshot({ path: path.join(pictures, `${picture}.png`) });
      // Colours go with the scheme and layout with the width: two of the four hold every one of both.
      if ((width === 375) === (colorScheme === 'dark')) await expectNothingSerious(page, picture);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ picture: `${name}-${width}`, scrollsSideways: overflow > 0 }).toMatchObject({ scrollsSideways: false });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  if (before) await page.setViewportSize(before);
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

async function expectNothingSerious(page: Page, picture: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = serious.map(({ id, nodes }) => `${picture}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(told).toEqual([]);
}
