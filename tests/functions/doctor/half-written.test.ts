import { noOverrides } from '@tenantry/model/billing/overrides';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { beforeAll, expect, test } from 'vitest';
import { rollUpUsage } from '../../../functions/src/usage/roll-up/roll-up-usage.ts';
import { inPlatformContext } from '../../../functions/src/platform/tenant-context.ts';
import { billingPath } from '../../support/billing/stack-stripe.ts';
import { database, readDocument } from '../../support/database.ts';
import type { Shop } from '../../support/shop.ts';
import { busyShop, examined, whileChanged } from './patient.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await busyShop();
  await inPlatformContext('half-written', () => rollUpUsage(new Date()));
  const nothingYet = {
    customerId: null,
    subscriptions: [],
    invoices: {},
    dunning: null,
    checkAt: null,
    syncedAt: null,
  };
  await database()
    .doc(billingPath(shop.tenantId))
    .set({ ...nothingYet, fence: 1, overrides: noOverrides });
});

const control = (path: (of: Shop) => string) => () => Promise.resolve(path(shop));
const own = (path: (of: Shop) => string) => control((of) => inTenant(of.tenantId, path(of)));
const firstIn = (collection: string) => async () => {
  const { docs } = await database().collection(inTenant(shop.tenantId, collection)).limit(1).get();
  return docs[0]?.ref.path ?? '';
};

/** What the checks read: where one of each is, and the fields that are tried where it is not all of them. */
const documents: Readonly<Record<string, readonly [path: () => Promise<string>, fields?: readonly string[]]>> = {
  'a business': [control(({ tenantId }) => paths.tenant(tenantId))],
  'a profile': [own(tenantPaths.profile)],
  // What it says of the database is remembered for a minute, and judged in `outage.test.ts`.
  'a placement': [control(({ tenantId }) => paths.placement(tenantId)), ['slug', 'nameKey', 'createdAt', 'state']],
  'an address': [control(({ slug }) => paths.slug(slug))],
  'an access document': [own(tenantPaths.access)],
  counters: [own(tenantPaths.counters)],
  'a billing record': [own(tenantPaths.billing)],
  'a usage record': [own(tenantPaths.usageRecord)],
  'the head of a log': [own(tenantPaths.auditHead)],
  'a member': [own(({ owner }) => tenantPaths.member(owner.uid))],
  // The trigger behind a change sets right what claims are made of.
  'a place in somebody’s list': [
    control(({ owner, tenantId }) => paths.membership(owner.uid, tenantId)),
    ['lastActiveAt', 'joinedAt', 'database'],
  ],
  'a claims record': [control(({ owner }) => paths.userClaims(owner.uid)), ['marks', 'markedAt', 'agreed']],
  'an invitation': [firstIn('invites')],
  'a product': [firstIn('products')],
  'an order': [firstIn('orders')],
  'a key': [firstIn('idempotency')],
  'a billable act': [firstIn('usageEvents')],
  'a month': [firstIn('usage')],
};

test.each(Object.entries(documents))(
  'of %s each field that is not of its kind is told by the document’s path, and nothing else goes unlooked at',
  async (_, [find, some]) => {
    const path = await find();
    const before = (await readDocument(path)) ?? {};
    const fields = some ?? Object.keys(before);
    expect(fields).not.toEqual([]);
    const name = path.replace(`${paths.tenant(shop.tenantId)}/`, '');
    const told = (field: string) =>
      expect.stringMatching(`: ${name} is .*\\b${field}\\b.* (is|are) missing or not of (its|their) kind`) as string;
    const saidWith = async (document: object) => {
      const { said } = await whileChanged(shop.tenantId, `/${path}`, () => document);
      // Nor is a sum told that lacks it, and how to make it wrong.
      expect(said.filter((line) => /could not be looked at|Set it to|while nobody orders/.test(line))).toEqual([]);
      return said;
    };

    expect((await examined(shop.tenantId)).said).toEqual([]);
    // All at once, and one alone, whose neighbours are what they should be.
    for (const odd of [fields, fields.slice(0, 1)]) {
      const changed = Object.fromEntries(odd.map((field) => [field, ['odd']]));
      expect(await saidWith({ ...before, ...changed })).toEqual(expect.arrayContaining(odd.map(told)));
    }
    const others = Object.entries(before).filter(([field]) => !fields.includes(field));
    await saidWith({ ...Object.fromEntries(others), odd: true });
  },
);
