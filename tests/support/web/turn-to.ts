import type { Page } from 'playwright-core';

const mark = 'data-before-turning';

/**
 * Turns to another kind of page of the business that is open, as its links do, and waits until the one before has gone.
 * The application stays loaded: an address that is opened anew costs five times as much, and belongs where that is what a
 * test is about.
 */
export async function turnTo(page: Page, address: string): Promise<void> {
  await page.evaluate(
    ({ address, mark }) => {
      for (const part of document.querySelectorAll('main > *')) part.setAttribute(mark, '');
      // The router hears of it, as it does of its own links.
      history.pushState(null, '', address);
    },
    { address, mark },
  );
  await page.locator(`[${mark}]`).first().waitFor({ state: 'detached' });
}
