import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pictures, sizes } from './browser.ts';

/** Each differs from the one before in one thing, and the last is how a window begins on a desk. */
const views = [
  { width: 375, scheme: 'light' },
  { width: 375, scheme: 'dark' },
  { width: 1440, scheme: 'dark' },
  { width: 1440, scheme: 'light' },
] as const;

type View = (typeof views)[number];

/** Colours go with the scheme and layout with the width: two of the four hold every one of both. */
const isJudged = ({ width, scheme }: View): boolean => (width === 375) === (scheme === 'dark');

/**
 * Photographs a page on a phone and on a desk, light and dark, into `test-results/screens`. Each width is also judged:
 * axe finds nothing serious, and nothing scrolls sideways. The window keeps its size and scheme.
 */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const [index, view] of views.entries()) {
    const last = views[index - 1];
    if (view.width !== last?.width) await page.setViewportSize(sizes[view.width]);
    if (view.scheme !== last?.scheme) await page.emulateMedia({ colorScheme: view.scheme });
    await settle(page);
    const picture = `${name}-${view.width}-${view.scheme}`;
    await page.screenshot({ path: path.join(pictures, `${picture}.jpg`), type: 'jpeg', quality: 85 });
    if (isJudged(view)) faults.push(...(await faultsOf(page)).map((fault) => `${picture}: ${fault}`));
  }
  if (before && before.width !== views.at(-1)?.width) await page.setViewportSize(before);
  expect(faults).toEqual([]);
}

/** As much of axe as is asked here. */
type Axe = {
  /** What it has loaded: a rule with an impact of its own gives it to whatever it finds. */
  readonly _audit: { readonly rules: readonly { readonly id: string; readonly impact?: string | null }[] };
  readonly run: (options: object) => Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly impact?: string | null;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
};

/** Lets the page follow its new size and scheme, and ends what moves: no picture is of something half-way. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What watches sizes is told between one frame and the next.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
  });
}

const needed = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
let axeSource: string | undefined;

/**
 * What is wrong with the page as it stands. Axe is brought into a document once and asked there: the package's own way
 * opens another page for each question, which takes ten times as long.
 */
async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    axeSource ??= readFileSync(needed.resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(axeSource);
  }
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    // What would not be told is not looked for: a third of its rules, and a quarter of its time.
    const slight = axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate');
    const rules = Object.fromEntries(slight.map(({ id }) => [id, { enabled: false }]));
    const { violations } = await axe.run({ resultTypes: ['violations'], preload: false, rules });
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    if (document.documentElement.scrollWidth > window.innerWidth) told.push('scrolls sideways');
    return told;
  });
}
