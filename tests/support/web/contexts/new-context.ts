import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { stack } from '../../stack.ts';
import { openBrowser } from './browsers.ts';

/** Of a phone and of a desk. */
export const sizes = { 375: { width: 375, height: 812 }, 1440: { width: 1440, height: 900 } } as const;

export type Width = keyof typeof sizes;

/** A device where nobody has been, but for what is said to be stored there. */
export async function newContext(
  kind: Parameters<typeof openBrowser>[0],
  width: Width,
  stored?: BrowserContextOptions['storageState'],
): Promise<BrowserContext> {
  const browser = await openBrowser(kind);
  const context = await browser.newContext({
    baseURL: stack.web,
    viewport: sizes[width],
    hasTouch: width === 375,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ...(stored && { storageState: stored }),
  });
  await context.addInitScript(tellViolations);
  context.setDefaultTimeout(20_000);
  return context;
}

/** What the page's security policy stops is said on its console, which is watched. */
function tellViolations(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`The policy of the page stopped: ${effectiveDirective} ${blockedURI}`);
  });
}
