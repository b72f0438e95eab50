import type { Page } from 'playwright-core';

/** Every place where a page or the browser behind it can keep something, each as one text. */
export type Remains = Readonly<
  Record<
    | 'heap'
    | 'document'
    | 'address'
    | 'title'
    | 'history'
    | 'window name'
    | 'local storage'
    | 'session storage'
    | 'indexed databases'
    | 'caches'
    | 'cookies',
    string
  >
>;

/**
 * What a page holds after its garbage is collected. The heap is looked at first: looking elsewhere makes copies there.
 * What a test names in a locator is in the heap from then on, so words that are looked for must not be.
 */
export async function remainsOf(page: Page): Promise<Remains> {
  const heap = await heapOf(page);
  return { heap, ...(await storedIn(page)) };
}

/** The same without the memory, which takes a second to look through. */
export async function storedIn(page: Page): Promise<Omit<Remains, 'heap'>> {
  const cookies = await page.context().cookies();
  const stored = await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const databases: Record<string, unknown> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const content = database.transaction(store).objectStore(store);
        databases[`${name}/${store}`] = [await answer(content.getAllKeys()), await answer(content.getAll())];
      }
      database.close();
    }
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        cached.push(`${name} ${request.url} ${(await (await cache.match(request))?.text()) ?? ''}`);
      }
    }
    return {
      address: location.href,
      title: document.title,
      history: JSON.stringify(history.state),
      'window name': window.name,
      'local storage': JSON.stringify(Object.entries(localStorage)),
      'session storage': JSON.stringify(Object.entries(sessionStorage)),
      'indexed databases': JSON.stringify(databases),
      caches: cached.join('\n'),
    };
  });
  return { document: await documentOf(page), ...stored, cookies: JSON.stringify(cookies) };
}

/** What stands on the page, and in its fields. */
export function documentOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    return [document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join('\n');
  });
}

/** Every text in the memory of the page's scripts. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

/** Which of these words are where: `{ heap: ['amber'] }`. Nothing at all is the empty object. */
export function tracesIn(remains: Partial<Remains>, words: readonly string[]): Record<string, string[]> {
  const found = Object.entries(remains).map(
    ([place, text]) => [place, words.filter((word) => text.includes(word))] as const,
  );
  return Object.fromEntries(found.filter(([, those]) => those.length > 0));
}
