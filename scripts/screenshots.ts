import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../tests/support/chromium.ts';
import { root } from './paths.ts';
import { main, step } from './progress.ts';
import { businesses } from './seed/businesses.ts';
import { type DemoPerson, people } from './seed/people.ts';
import { seed } from './seed/seed.ts';
import { endOnSignals } from './stack/signals.ts';
import { startStack } from './stack/stack.ts';

/** The pictures of the README: each surface as somebody of the demo sees it. */
type Picture = {
  readonly name: string;
  readonly who: DemoPerson;
  readonly address: string;
  /** A text that is there when the page is. */
  readonly shows: RegExp;
  readonly size: { readonly width: number; readonly height: number };
};

const slug = businesses.coffee.tenant.slug;
const pictures: readonly Picture[] = [
  {
    name: 'workspace',
    who: people.owner,
    address: `/t/${slug}/orders`,
    shows: /Clara Berg/,
    size: { width: 1280, height: 800 },
  },
  {
    name: 'portal',
    who: people.customer,
    address: `/portal/${slug}`,
    shows: /Ethiopia Guji/,
    size: { width: 390, height: 800 },
  },
  {
    name: 'console',
    who: people.operator,
    address: '/admin',
    shows: /Bright Books/,
    size: { width: 1280, height: 800 },
  },
];

const folder = path.join(root, 'docs/screenshots');

await main(async () => {
  const stack = await startStack();
  endOnSignals(() => {
    stack.stop();
    return Promise.resolve();
  });
  try {
    await stack.serveWeb();
    await step('Filling in demo data', () => seed(stack.environment));
    const browser = await launchChromium();
    mkdirSync(folder, { recursive: true });
    for (const picture of pictures) {
      await step(`Photographing the ${picture.name}`, () => take(browser, stack.environment['WEB_URL'] ?? '', picture));
    }
    await browser.close();
    return 0;
  } finally {
    stack.stop();
  }
});

async function take(browser: Browser, baseURL: string, { name, who, address, shows, size }: Picture): Promise<void> {
  const context = await browser.newContext({
    baseURL,
    viewport: size,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  await signIn(page, who, address);
  await page.getByText(shows).first().waitFor();
  // The mouse stands where the sign-in's button was; nothing is to look pointed at.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
}

async function signIn(page: Page, { email }: DemoPerson, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Somebody else' }).click();
  const chooser = page.getByRole('region', { name: 'On this machine: sign in as' });
  await chooser.getByLabel('E-mail address').fill(email);
  await chooser.getByRole('button', { name: 'Sign in as this person' }).click();
  await chooser.waitFor({ state: 'detached' });
}
