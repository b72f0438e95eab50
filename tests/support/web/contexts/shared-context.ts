import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { stack } from '../../stack.ts';
import { newContext, type Width } from './new-context.ts';
import { refuseLasting } from './refuse-lasting.ts';

/** An entry of the local storage. */
export type Entry = { readonly name: string; readonly value: string };

/** All that an origin can keep but its cookies and its local storage, as the DevTools protocol names it. */
const kept = ['file_systems', 'indexeddb', 'service_workers', 'cache_storage', 'storage_buckets'].join(',');

/** How many tests use it: its process grows with each, to some half a gigabyte after forty. */
export const usesAtMost = 15;

/**
 * A device that one test uses after another. A page that none of them sees, a picture of the same origin, stays open: the
 * process lives on with it, and through it the storage is filled and emptied.
 */
export class SharedContext {
  readonly width: Width;
  readonly context: BrowserContext;
  readonly #keeper: Page;
  readonly #devTools: CDPSession;
  /** Somebody may have left something where nobody cleans: at another origin, or in a page that opened by itself. */
  #strayed = false;
  #uses = 0;

  static async open(width: Width): Promise<SharedContext> {
    const context = await newContext('shared', width);
    const keeper = await context.newPage();
    await keeper.goto('/icon.svg');
    return new SharedContext(width, context, keeper, await context.newCDPSession(keeper));
  }

  private constructor(width: Width, context: BrowserContext, keeper: Page, devTools: CDPSession) {
    this.width = width;
    this.context = context;
    this.#keeper = keeper;
    this.#devTools = devTools;
    refuseLasting(context);
    context.on('page', (page) => {
      page.on('popup', () => (this.#strayed = true));
      page.on('framenavigated', (frame) => {
        this.#strayed ||= isElsewhere(frame.url());
      });
    });
  }

  /** What is open there for all to see. */
  get pages(): Page[] {
    return this.context.pages().filter((page) => page !== this.#keeper);
  }

  /**
   * Closes its pages and forgets what they kept. In this order: a page that is open would take it for a sign-out. False
   * when it could not be done, or when it has been used enough.
   */
  async clean(): Promise<boolean> {
    this.#uses += 1;
    if (this.#uses === usesAtMost) return false;
    try {
      await Promise.all(this.pages.map((page) => page.close()));
      await this.context.clearCookies();
      await this.#devTools.send('Storage.clearDataForOrigin', { origin: stack.web, storageTypes: kept });
      return await this.prepare();
    } catch {
      return false;
    }
  }

  /** Makes the entry the only one of the storage. False when somebody has left anything else. */
  async prepare(entry?: Entry): Promise<boolean> {
    if (this.#strayed || this.pages.length > 0) return false;
    // Within the process of the pages to come: what the browser clears by itself, it tells that process later.
    return this.#keeper.evaluate(keepOnly, entry);
  }
}

/** Answers whether nothing is there but the entry. */
async function keepOnly(entry: Entry | undefined): Promise<boolean> {
  localStorage.clear();
  if (entry) localStorage.setItem(entry.name, entry.value);
  const [databases, cached] = await Promise.all([indexedDB.databases(), caches.keys()]);
  return databases.length + cached.length === 0;
}

/** Not of the application's origin, and of one that keeps something: an empty page and one that failed do not. */
function isElsewhere(address: string): boolean {
  const { origin } = new URL(address);
  return origin !== 'null' && origin !== stack.web;
}
