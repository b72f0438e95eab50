import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { newPerson, type Person } from '../support/people.ts';
import { stack } from '../support/stack.ts';
import { openTab, openWindow } from '../support/web/browser.ts';
import { beginAnew } from '../support/web/contexts/context-pool.ts';
import { SharedContext, usesAtMost } from '../support/web/contexts/shared-context.ts';
import { storedIn, tracesIn } from '../support/web/remains.ts';

/** A text that a page leaves wherever it can. */
const mark = 'left-by-the-test-before';
let before: Person;
let after: Person;
/** What the last test's window belonged to. */
let last: BrowserContext;

beforeAll(async () => {
  // One that is used up would not be met again.
  await beginAnew();
  [before, after] = await Promise.all([newPerson('before'), newPerson('after')]);
});

/** A page of the application that has no script: what is stored stays as it was put. */
const quietPage = '/icon.svg';

const leaveEverywhere = (page: Page) =>
  page.evaluate(async (mark) => {
    document.cookie = `${mark}=${mark}; max-age=3600`;
    localStorage.setItem(mark, mark);
    sessionStorage.setItem(mark, mark);
    window.name = mark;
    history.replaceState(mark, '');
    await new Promise((resolve, reject) => {
      const request = indexedDB.open(mark);
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore(mark).put(mark, mark));
      request.addEventListener('success', resolve);
      request.addEventListener('error', reject);
    });
    await (await caches.open(mark)).put(`/${mark}`, new Response(mark));
    const file = await (await navigator.storage.getDirectory()).getFileHandle(mark, { create: true });
    return file.name;
  }, mark);

const filesOf = (page: Page) =>
  page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });

const whoIsIn = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage).map(([name, text]) => [name, (JSON.parse(text as string) as { uid: string }).uid]),
  );

const session = ({ uid }: Person) => [['firebase:authUser:local:[DEFAULT]', uid]];

describe('of what a test leaves in its window', () => {
  test('that window finds everything: the control', async () => {
    const page = await openWindow({ as: before });
    await page.goto(quietPage);
    expect(await whoIsIn(page)).toEqual(session(before));
    await leaveEverywhere(page);
    expect(Object.keys(tracesIn(await storedIn(page), [mark])).toSorted()).toEqual(
      [
        'caches',
        'cookies',
        'history',
        'indexed databases',
        'local storage',
        'session storage',
        'window name',
      ].toSorted(),
    );
    expect(await filesOf(page)).toEqual([mark]);
    const tab = await openTab(page);
    await tab.goto(quietPage);
    expect(Object.keys(tracesIn(await storedIn(tab), [mark]))).toContain('local storage');
    last = page.context();
  });

  test('the next one, where it was, finds nothing and nobody', async () => {
    const page = await openWindow();
    expect(page.context()).toBe(last);
    await page.goto(quietPage);
    expect(tracesIn(await storedIn(page), [mark, before.uid])).toEqual({});
    expect(await filesOf(page)).toEqual([]);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  });

  test('somebody else who signs in there is alone', async () => {
    const page = await openWindow({ as: after });
    expect(page.context()).toBe(last);
    await page.goto(quietPage);
    expect(await whoIsIn(page)).toEqual(session(after));
    const { cookies, ...stored } = await storedIn(page);
    expect({ cookies, ...tracesIn(stored, [before.uid]) }).toEqual({ cookies: '[]' });
  });
});

test('windows of one test share nothing, and a tab shares all with its window', async () => {
  const [one, other] = await Promise.all([openWindow({ as: before }), openWindow({ as: after })]);
  const tab = await openTab(one);
  for (const page of [one, other, tab]) await page.goto(quietPage);
  await leaveEverywhere(one);
  expect(await whoIsIn(other)).toEqual(session(after));
  expect(tracesIn(await storedIn(other), [mark])).toEqual({});
  expect(Object.keys(tracesIn(await storedIn(tab), [mark]))).toContain('local storage');
});

describe('a window is not used again', () => {
  const lose: Record<string, () => Promise<Page>> = {
    'that was at another origin': async () => {
      const page = await openWindow();
      await page.goto(`${stack.mailbox}/messages?to=nobody@example.com`);
      return page;
    },
    'where a page opened by itself': async () => {
      const page = await openWindow();
      await page.goto(quietPage);
      const opened = page.waitForEvent('popup');
      await page.evaluate((address) => window.open(address), quietPage);
      await opened;
      return page;
    },
    'that is apart': () => openWindow({ apart: true }),
    'whose process ended': async () => {
      const page = await openWindow();
      await page.goto(quietPage);
      const crashed = page.waitForEvent('crash');
      page.goto('chrome://crash').catch(() => undefined);
      await crashed;
      return page;
    },
  };
  const lost: BrowserContext[] = [];

  test.each(Object.entries(lose))('%s', async (_what, open) => {
    const context = (await open()).context();
    expect(lost).not.toContain(context);
    lost.push(context);
  });

  test('by those that come after them, who get the last ones first', async () => {
    const next = await Promise.all(lost.map(() => openWindow()));
    expect(lost).toHaveLength(Object.keys(lose).length);
    for (const page of next) expect(lost).not.toContain(page.context());
  });
});

test('a context is cleaned for the next test until it has been used enough', async () => {
  const shared = await SharedContext.open(375);
  for (let use = 1; use < usesAtMost; use += 1) expect(await shared.clean()).toBe(true);
  expect(await shared.clean()).toBe(false);
  await shared.context.close();
});

test('what would last longer than the test is refused, but in a window that is apart', async () => {
  const shared = await openWindow();
  const apart = await openWindow({ apart: true });
  const acts: ((page: Page) => Promise<unknown>)[] = [
    (page) => page.clock.install(),
    (page) => page.context().setOffline(true),
    (page) => page.context().route('**/nothing', () => undefined),
    (page) => page.context().addInitScript('0'),
    (page) => page.context().grantPermissions(['geolocation']),
    (page) => page.context().exposeFunction('told', () => undefined),
    (page) => page.context().newCDPSession(page),
  ];
  for (const act of acts) {
    await expect(async () => act(shared)).rejects.toThrow('openWindow({ apart: true })');
    await act(apart);
  }
});
