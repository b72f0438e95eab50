import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { exportFormat } from '@tenantry/model/export-format';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { newTenantId } from '@tenantry/model/tenant-id';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { tenantExport } from '../../../functions/src/lifecycle/export-tenant.ts';
import type { Refusal } from '../../../functions/src/platform/operations/errors.ts';
import { runDownload } from '../../../functions/src/platform/downloads/run-download.ts';
import { authentication, database } from '../../support/database.ts';
import { exportOf } from '../../support/export.ts';
import { forgedToken } from '../../support/operations/forged-token.ts';
import { newPerson, type Person } from '../../support/people.ts';
import { newShop, type Shop } from '../../support/shop.ts';
import { auditOf, hire, setAccess } from '../../support/staff.ts';
import { stack } from '../../support/stack.ts';

let shop: Shop;
let other: Shop;

beforeAll(async () => {
  [shop, other] = await Promise.all([newShop('Grüner Laden 🍵'), newShop('Somebody else')]);
});

const exportsIn = async ({ tenantId }: Shop) =>
  (await auditOf(tenantId)).filter(({ action }) => action === 'tenant.exported').length;
const meteredIn = async ({ tenantId }: Shop) =>
  (await database().collection(inTenant(tenantId, tenantPaths.usageEvents())).where('meter', '==', 'exports').get())
    .size;

/** Every path below a business, as whoever may do anything sees it. */
async function pathsOf(tenantId: string, path = inTenant(tenantId, '')): Promise<string[]> {
  const collections = await database().doc(path).listCollections();
  const found = await Promise.all(
    collections.map(async (collection) => {
      const documents = await collection.listDocuments();
      return (await Promise.all(documents.map((document) => pathsOf(tenantId, document.path)))).flat();
    }),
  );
  return [path.slice(inTenant(tenantId, 'x').length - 1), ...found.flat()];
}

const withheld = (path: string): boolean => path.startsWith('system/') || path.startsWith('idempotency/');

/** Takes an export in this process, and does something once a line has come. Answers how many came, and what ended it. */
async function takeExport(
  tenantId: string,
  { uid, email, claims }: Person,
  {
    atLine = 0,
    act,
    requestId = randomUUID(),
  }: { atLine?: number; act?: () => Promise<unknown>; requestId?: string } = {},
): Promise<{ lines: number; fault: Refusal | undefined }> {
  let lines = 0;
  let fault: Refusal | undefined;
  const authenticatedAt = Number(claims.auth_time) * 1_000;
  await runDownload(tenantExport, {
    caller: { uid, email, emailVerified: true, name: '', authenticatedAt, token: claims },
    input: { tenantId },
    requestId,
    now: new Date(),
    to: {
      begin: () => undefined,
      write: async () => {
        lines += 1;
        if (lines === atLine) await act?.();
      },
    },
  }).catch((refusal: Refusal) => (fault = refusal));
  return { lines, fault };
}

describe('an export', () => {
  test('is everything of the business and nothing else, each document once, in lines that begin and end', async () => {
    const { owner, tenantId } = shop;
    const tea = await shop.product({ name: 'Tee – "grün" 🍵', description: 'Erste\nZeile', stock: 20 });
    await other.product({ name: 'Not yours' });
    const { orderId } = await owner.call('placeOrder', shop.order([tea, 1]));
    await database()
      .doc(inTenant(tenantId, tenantPaths.note(orderId, 'note')))
      .set({ text: 'Ring twice', authorUid: owner.uid, createdAt: new Date(0), updatedAt: new Date(0) });
    // More than a page.
    const writer = database().bulkWriter();
    for (let index = 0; index < 650; index += 1) {
      const id = `many-${String(index).padStart(3, '0')}`;
      void writer.set(database().doc(inTenant(tenantId, tenantPaths.product(id))), {
        name: id,
        createdAt: new Date(index),
      });
    }
    await writer.close();

    const { status, headers, head, documents, end, text } = await exportOf(tenantId, owner.token);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/x-ndjson');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+-\d{4}-\d\d-\d\d\.jsonl"$/);
    expect(head).toMatchObject({ format: exportFormat, tenantId });
    expect(end).toEqual({ end: true, documents: documents.length });
    const paths = documents.map(({ path }) => path);
    const present = (await pathsOf(tenantId)).filter((path) => !withheld(path));
    expect(paths.toSorted()).toEqual(present.toSorted());
    expect(text).not.toContain('Not yours');
    const product = documents.find(({ path }) => path === `products/${tea}`)?.data;
    expect(product).toMatchObject({ name: 'Tee – "grün" 🍵', description: 'Erste\nZeile', stock: 19 });
    expect(product?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(documents.find(({ path }) => path === `orders/${orderId}/notes/note`)?.data).toMatchObject({
      text: 'Ring twice',
    });
    expect([await exportsIn(shop), await meteredIn(shop)]).toEqual([1, 1]);
  });

  test('is asked for by GET', async () => {
    const answer = await fetch(`${stack.functions}/exportTenant?tenantId=${shop.tenantId}`, { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
  });

  test('is an owner’s who signed in a moment ago, and nobody else’s, in the same words as of a business that is not there', async () => {
    const mine = await newShop();
    const { owner, tenantId } = mine;
    const here = new Set(await Promise.all(['admin', 'member', 'viewer'].map((role) => hire(owner, tenantId, role))));
    const stranger = await newPerson();
    for (const person of [...here, other.owner, stranger]) {
      expect(await exportOf(tenantId, person.token)).toMatchObject({ status: 403, reason: 'denied' });
    }
    const texts = new Set(
      await Promise.all(
        [tenantId, newTenantId(), '', '../x', 'a'.repeat(5_000)].map(
          async (id) => (await exportOf(id, stranger.token)).text,
        ),
      ),
    );
    expect(texts.size).toBe(1);
    for (const token of [undefined, '', 'x.y.z', 'owner']) {
      expect(await exportOf(tenantId, token)).toMatchObject({ status: 401, reason: 'sign-in' });
    }
    const signedIn = (secondsAgo: number) =>
      forgedToken(owner.uid, { ...owner.claims, auth_time: Math.floor(Date.now() / 1_000) - secondsAgo });
    expect(await exportOf(tenantId, signedIn(310))).toMatchObject({ reason: 'recent-login' });
    expect([await exportsIn(mine), await meteredIn(mine)]).toEqual([0, 0]);
    expect(await exportOf(tenantId, signedIn(290))).toMatchObject({ status: 200, end: { end: true } });
  });

  test('is there in every status, and a field that is none is refused', async () => {
    const { owner, tenantId } = await newShop();
    for (const status of ['readonly', 'suspended', 'deleting', 'active']) {
      await setAccess(tenantId, { status });
      expect(await exportOf(tenantId, owner.token)).toMatchObject({ status: 200, end: { end: true } });
    }
    const url = `${stack.functions}/exportTenant?tenantId=${tenantId}&all=1`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${owner.token}` } });
    expect(answer.status).toBe(400);
  });
});

describe('the right to an export', () => {
  afterEach(() => vi.restoreAllMocks());

  test('that ends meanwhile cuts it off before the next read, of a large business and of a small one', async () => {
    const small = await newShop('Small');
    await small.owner.call('placeOrder', small.order([await small.product(), 1]));
    for (const { owner, tenantId } of [shop, small]) {
      const partner = await hire(owner, tenantId, 'owner');
      const whole = await takeExport(tenantId, partner);
      expect(whole).toMatchObject({ lines: expect.any(Number) as number, fault: undefined });
      // The second line is of the business itself: what comes next is read next.
      const cut = await takeExport(tenantId, partner, {
        atLine: 2,
        act: () => owner.call('setMemberRole', { tenantId, uid: partner.uid, role: 'admin' }),
      });
      expect(cut).toMatchObject({ lines: 2, fault: { details: { reason: 'denied' } } });
      expect(await exportOf(tenantId, partner.token)).toMatchObject({ status: 403, reason: 'denied' });
      await owner.call('removeMember', { tenantId, uid: partner.uid });
    }
  });

  test('that ended cuts off a reader who takes the lines of one read for long', async () => {
    const { owner, tenantId } = shop;
    const partner = await hire(owner, tenantId, 'owner');
    const slowly = async (act: () => Promise<unknown>) => {
      const { lines, fault } = await takeExport(tenantId, partner, {
        atLine: 400,
        act: async () => {
          await act();
          const began = performance.now();
          vi.spyOn(performance, 'now').mockReturnValueOnce(began + 6_000);
        },
      });
      return [lines, fault?.details.reason];
    };
    expect(await slowly(() => Promise.resolve())).toEqual([expect.any(Number), undefined]);
    const remove = () => owner.call('removeMember', { tenantId, uid: partner.uid });
    expect(await slowly(remove)).toEqual([400, 'denied']);
  });

  test('is metered and told once, however often its beginning is tried, and not where the sign-in was revoked', async () => {
    const mine = await newShop();
    const requestId = randomUUID();
    for (const _try of [1, 2])
      expect((await takeExport(mine.tenantId, mine.owner, { requestId })).fault).toBeUndefined();
    expect([await exportsIn(mine), await meteredIn(mine)]).toEqual([1, 1]);
    // The token’s second is not that of the revocation.
    await wait(1_100);
    await authentication().revokeRefreshTokens(mine.owner.uid);
    const { lines, fault } = await takeExport(mine.tenantId, mine.owner);
    expect([lines, fault?.details.reason]).toEqual([0, 'sign-in']);
    expect([await exportsIn(mine), await meteredIn(mine)]).toEqual([1, 1]);
  });

  test('ends with signing out everywhere', async () => {
    const { owner, tenantId } = await newShop();
    expect(await exportOf(tenantId, owner.token)).toMatchObject({ status: 200 });
    await owner.call('signOutEverywhere', {});
    // The emulator’s token is refused as such; in production the fence refuses it.
    expect([401, 403]).toContain((await exportOf(tenantId, owner.token)).status);
    // A refreshed token would keep the second of the sign-in that was ended.
    const again = await newPerson('owner', { email: owner.email });
    expect(again.uid).toBe(owner.uid);
    expect(await exportOf(tenantId, again.token)).toMatchObject({ status: 200 });
  });
});
