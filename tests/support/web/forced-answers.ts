import type { Page, Route } from 'playwright-core';
import { expectProblem, refusedCall } from './browser.ts';

/** States that a page only shows when somebody does not answer as usual. */
export type Forced = 'loading' | 'error' | 'denied';

type Request = {
  /** Of an operation, or of the database's reads that ask once. */
  readonly url: RegExp;
  /** Said by the request, such as the collection that it reads. */
  readonly about?: RegExp;
};

/** Reads of the database that ask once, as the portal's first ones. */
export const firstReads = /\/documents[^?]*:(runQuery|batchGet)/;

const answers = {
  // Never: the page goes on waiting.
  loading: () => undefined,
  error: (route) => route.abort(),
  denied: (route) =>
    route.fulfill({
      status: 403,
      headers: { 'access-control-allow-origin': '*' },
      json: { error: { code: 403, status: 'PERMISSION_DENIED', message: '', details: { reason: 'denied' } } },
    }),
} satisfies Record<Forced, (route: Route) => unknown>;

/** Answers these requests of the page in one way until the returned function is called; all others as usual. */
export async function force(page: Page, { url, about }: Request, state: Forced): Promise<() => Promise<void>> {
  expectProblem(page, refusedCall, /ERR_FAILED|RPC_ERROR/);
  const handler = async (route: Route): Promise<void> => {
    const request = route.request();
    const said = `${request.url()} ${request.postData() ?? ''}`;
    if (about && !about.test(said)) await route.fallback();
    else await answers[state](route);
  };
  await page.route(url, handler);
  return () => page.unroute(url, handler);
}

/**
 * The SDK that listens never arrives: what is asked once is all that a page gets. Its chunk is named after the module
 * that loads it.
 */
export async function withoutListening(page: Page): Promise<void> {
  await page.route(/\/assets\/source-[^/]+\.js$/, () => undefined);
}
