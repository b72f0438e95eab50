import { beforeAll, describe, expect, test } from 'vitest';
import { members } from '../support/rules/actors.ts';
import { seed, type Project } from '../support/rules/project.ts';
import { productFields } from '../support/rules/samples.ts';
import { tenants } from '../support/rules/tenants.ts';
import { count, get, list, sum, type Filter, type Verdict } from '../support/rules/verbs.ts';
import { openWorld } from '../support/rules/world.ts';

const { customer, viewer } = members;
const tenant = `tenants/${tenants.active.id}`;

let project: Project;
beforeAll(async () => {
  project = await openWorld('customers', [customer, viewer]);
  await seed(project, {
    [`${tenant}/products/archived`]: productFields('archived'),
    [`${tenant}/products/without-status`]: { name: 'Old' },
    [`${tenant}/orders/walk-in`]: { customerUid: null, total: 5, status: 'placed' },
    [`${tenant}/orders/without-customer`]: { total: 5, status: 'placed' },
  });
});

type Ask = 'list' | 'count' | 'sum';

async function ask(kind: Ask, collection: string, where: readonly Filter[], who = customer): Promise<Verdict> {
  const query = { collection: `${tenant}/${collection}`, where };
  if (kind === 'sum') return sum(project, who, query, collection === 'orders' ? 'total' : 'unitAmount');
  return kind === 'count' ? count(project, who, query) : list(project, who, query);
}

/** The only queries that a customer gets an answer to, and queries that differ from them in one fact. */
const queries: Readonly<
  Record<string, { readonly ours: readonly Filter[]; readonly others: Readonly<Record<string, readonly Filter[]>> }>
> = {
  products: {
    ours: [['status', 'EQUAL', 'published']],
    others: {
      everything: [],
      drafts: [['status', 'EQUAL', 'draft']],
      'what is not archived': [['status', 'NOT_EQUAL', 'archived']],
      'published ones and drafts': [['status', 'IN', ['published', 'draft']]],
      'those of a price': [['unitAmount', 'EQUAL', 1_200]],
      'those after a letter': [['status', 'GREATER_THAN', 'a']],
    },
  },
  orders: {
    ours: [['customerUid', 'EQUAL', customer.uid]],
    others: {
      everything: [],
      "somebody else's": [['customerUid', 'EQUAL', 'somebody']],
      "walk-ins'": [['customerUid', 'EQUAL', null]],
      "one's own and somebody else's": [['customerUid', 'IN', [customer.uid, 'somebody']]],
      'all placed ones': [['status', 'EQUAL', 'placed']],
      'those above a uid': [['customerUid', 'GREATER_THAN', '']],
    },
  },
};

const asks: readonly Ask[] = ['list', 'count', 'sum'];

describe.each(Object.entries(queries))('a customer who asks for %s', (collection, { ours, others }) => {
  test.each(asks)('is answered by %s when the query is for their own share', async (kind) => {
    expect(await ask(kind, collection, ours)).toBe('allow');
  });

  test.each(Object.entries(others))('is refused %s, which staff may see', async (_, where) => {
    for (const kind of asks) {
      expect(`${kind}: ${await ask(kind, collection, where)}`).toBe(`${kind}: deny`);
      expect(`${kind}: ${await ask(kind, collection, where, viewer)}`).toBe(`${kind}: allow`);
    }
  });
});

describe('two absent fields are not equal', () => {
  test('an order without a customer, and a walk-in, are nobody’s own', async () => {
    for (const id of ['walk-in', 'without-customer']) {
      expect(await get(project, customer, `${tenant}/orders/${id}`)).toBe('deny');
      expect(await get(project, viewer, `${tenant}/orders/${id}`)).toBe('allow');
    }
  });

  test('a product without a status is not published', async () => {
    expect(await get(project, customer, `${tenant}/products/without-status`)).toBe('deny');
    expect(await get(project, viewer, `${tenant}/products/without-status`)).toBe('allow');
    expect(await get(project, customer, `${tenant}/products/published-for-${customer.uid}`)).toBe('allow');
  });
});

test('what is not there is not told from what is not theirs', async () => {
  expect(await get(project, customer, `${tenant}/orders/never-placed`)).toBe('deny');
  expect(await get(project, customer, `${tenant}/orders/others`)).toBe('deny');
  expect(await get(project, customer, `${tenant}/products/never-made`)).toBe('deny');
});
