import type { Page, Route } from 'playwright-core';
import { expectProblem } from './browser.ts';
import type { Forced } from './forced-answers.ts';

/** No business has it: it is of another length than theirs. */
const nobodys = 'nobodys';

/** What the SDK asks for when its line has been silent for a minute, to learn whether there is a network; the policy stops it. */
const asksForNetwork = /google\.com\/images\/cleardot\.gif/;

const lines = /google\.firestore\.v1\.Firestore\/Listen\/channel/;

/**
 * Forces what comes of every line that a page opens from now on to a business's data, until the returned function is
 * called. The public profile stays reachable, so that a page gets as far as asking. A denial is the rules' own: the line
 * asks for nobody's business. A failure is the database's own: it is asked for what cannot exist.
 */
export async function forceLines(page: Page, tenantId: string, state: Forced): Promise<() => Promise<void>> {
  if (state === 'loading') expectProblem(page, asksForNetwork);
  const business = `/documents/tenants/${tenantId}`;
  const instead = { denied: `/documents/tenants/${nobodys}`, error: '/documents/__reserved__' };
  const handler = async (route: Route): Promise<void> => {
    const fields = new URLSearchParams(route.request().postData() ?? '');
    const asking = [...fields].filter(([, text]) => text.includes(business) && !text.includes('/public/profile'));
    if (asking.length === 0) return route.fallback();
    // Never passed on: the line is open, and nothing comes.
    if (state === 'loading') return;
    for (const [name, text] of asking) fields.set(name, text.replaceAll(business, instead[state]));
    await route.continue({ postData: fields.toString() });
  };
  await page.route(lines, handler);
  return () => page.unroute(lines, handler);
}
