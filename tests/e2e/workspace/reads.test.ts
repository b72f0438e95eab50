import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newShop } from '../../support/shop.ts';
import { invite } from '../../support/staff.ts';
import { enterWorkspace, openPage, row } from '../../support/web/workspace.ts';

/** What a page listens to: one document, or the documents of a collection that a query finds. */
type Target = {
  readonly documents?: { readonly documents: readonly string[] };
  readonly query?: { readonly structuredQuery: { readonly from: readonly { readonly collectionId: string }[] } };
};

/** One read: the collection of a document, or `each of` that of a query; and the whole of what was asked for. */
type Read = { readonly of: string; readonly asked: string };

/** What the page asks the database for from now on. */
function recordReads(window: Page): Read[] {
  const reads: Read[] = [];
  window.on('request', (request) => {
    const { pathname } = new URL(request.url());
    // Whoever reads without listening would not be counted otherwise.
    if (/:(batchGet|runQuery|runAggregationQuery)$/.test(pathname)) reads.push({ of: pathname, asked: pathname });
    if (!pathname.endsWith('/Listen/channel') || request.method() !== 'POST') return;
    for (const [key, value] of new URLSearchParams(request.postData() ?? '')) {
      if (!/^req\d+___data__$/.test(key)) continue;
      const { addTarget } = JSON.parse(value) as { addTarget?: Target };
      for (const path of addTarget?.documents?.documents ?? [])
        reads.push({ of: path.split('/').at(-2) ?? '', asked: path });
      for (const { collectionId } of addTarget?.query?.structuredQuery.from ?? [])
        reads.push({ of: `each of ${collectionId}`, asked: JSON.stringify(addTarget?.query) });
    }
  });
  return reads;
}

/** Waits until the frame of the pages, which listens when it has nothing better to do, has asked for all that it needs. */
async function quiet(reads: readonly Read[]): Promise<void> {
  for (let before = -1; before !== reads.length; await wait(3_000)) before = reads.length;
}

test('the team’s page reads two documents beyond the people that it shows', async () => {
  const shop = await newShop('Harbour');
  await shop.staff('viewer');
  const window = await enterWorkspace(shop, { at: 'orders' });
  await window.getByText('No orders yet').waitFor();
  const reads = recordReads(window);
  await quiet(reads);
  reads.length = 0;
  await openPage(window, 'Team');
  await row(window, 'viewer').getByText('Viewer', { exact: true }).waitFor();
  await window.getByText('Nobody is invited at the moment').waitFor();
  // The members that are shown; the names of roles; and a query of invitations, which costs a read when it finds none.
  expect(reads.map((read) => read.of).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'each of invites',
    'each of members',
    'tenants',
  ]);

  // Who was invited is shown as well, and then that query reads nothing beyond.
  await invite(shop.owner, shop.tenantId, 'somebody@example.com', 'viewer');
  await row(window, 'somebody@example.com').waitFor();
  expect(reads).toHaveLength(3);
});

test('a page that is loaded again fetches no token, and asks for nothing twice', async () => {
  const shop = await newShop('Harbour');
  const viewer = await shop.staff('viewer');
  const window = await enterWorkspace(shop, { at: 'orders', as: viewer });
  await window.getByText('No orders yet').waitFor();
  const reads = recordReads(window);
  const tokens: string[] = [];
  window.on('request', (request) => /securetoken/.test(request.url()) && tokens.push(request.url()));
  await quiet(reads);
  const address = window.url();
  const loadedAgain = async (meanwhile?: () => Promise<unknown>) => {
    await window.goto('about:blank');
    await meanwhile?.();
    reads.length = tokens.length = 0;
    await window.goto(address);
    await window.getByText('No orders yet').waitFor();
    await quiet(reads);
    return { tokens: tokens.length, twice: reads.length > new Set(reads.map((read) => read.asked)).size };
  };
  expect(await loadedAgain()).toEqual({ tokens: 0, twice: false });
  // The control: a token from before a change says what is no longer so.
  const promote = () => shop.owner.call('setMemberRole', { tenantId: shop.tenantId, uid: viewer.uid, role: 'member' });
  expect(await loadedAgain(promote)).toEqual({ tokens: 1, twice: true });
});
