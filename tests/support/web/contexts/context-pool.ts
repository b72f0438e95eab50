import type { BrowserContext, Page } from 'playwright-core';
import { stack } from '../../stack.ts';
import { newContext, type Width } from './new-context.ts';
import { SharedContext, type Entry } from './shared-context.ts';

/**
 * A page that opens where another one was before costs Chromium a quarter less: its process is there, and its files are
 * in the cache. So what a test has used is cleaned for the next one; what cannot be cleaned is thrown away.
 */

const idle: SharedContext[] = [];
const used = new Map<BrowserContext, SharedContext>();

/** A context that nobody uses, with this entry alone in its storage. */
export async function takeContext(width: Width, entry?: Entry): Promise<BrowserContext> {
  for (;;) {
    const at = idle.findLastIndex((each) => each.width === width);
    const [left] = at < 0 ? [] : idle.splice(at, 1);
    const shared = left ?? (await SharedContext.open(width));
    if (await shared.prepare(entry).catch(() => false)) {
      used.set(shared.context, shared);
      return shared.context;
    }
    await throwAway(shared.context);
    if (!left) throw new Error('A context that nobody has used is not empty.');
  }
}

/** A context of a browser that shares nothing: for a test that looks at processes, or changes what cleaning does not. */
export function apartContext(width: Width, entry?: Entry): Promise<BrowserContext> {
  return newContext('apart', width, entry && { cookies: [], origins: [{ origin: stack.web, localStorage: [entry] }] });
}

/** Closes its pages, and keeps it for another test where that is safe: not after a test that failed. */
export async function giveBack(context: BrowserContext, passed: boolean): Promise<void> {
  const shared = used.get(context);
  used.delete(context);
  if (shared && passed && (await shared.clean())) idle.push(shared);
  else await throwAway(context);
}

/** Throws away what waits for the next test: that one begins anew. */
export async function beginAnew(): Promise<void> {
  await Promise.all(idle.splice(0).map(({ context }) => throwAway(context)));
}

/** Its pages, but for one that no test has opened. */
export const pagesIn = (context: BrowserContext): readonly Page[] => used.get(context)?.pages ?? context.pages();

/** It may be gone already, with its browser. */
const throwAway = (context: BrowserContext): Promise<void> => context.close().catch(() => undefined);
