import type { ApiInput, ApiOperation } from '@tenantry/model/operations/api';
import { randomUUID } from 'node:crypto';
import type { Person } from '../../support/people.ts';
import { spell } from '../../support/rules/values.ts';
import type { Tried } from '../../support/revocation/hammer.ts';
import { documents, tryRequest } from './requests.ts';

/** What one person tries their right on: a product and an order of their own to write, and what all buy from. */
export type Aim = {
  readonly tenantId: string;
  /** Edited by this person alone, so that nobody waits for anybody. */
  readonly productId: string;
  readonly orderId: string;
  /** For sale, in more pieces than anybody orders. */
  readonly shelfId: string;
};

type Attempt = (person: Person, aim: Aim) => Promise<Tried>;

/** What somebody with the right of an admin can do, one of each way in. */
export const attempts = {
  get: (person, aim) => tryRequest(person.token, ':batchGet', { documents: [name(aim, `products/${aim.productId}`)] }),
  list: (person, aim) => tryRequest(person.token, `/${tenant(aim)}:runQuery`, query('orders')),
  aggregate: (person, aim) =>
    tryRequest(person.token, `/${tenant(aim)}:runAggregationQuery`, {
      structuredAggregationQuery: {
        ...query('products'),
        aggregations: [
          { alias: 'count', count: {} },
          { alias: 'sum', sum: { field: { fieldPath: 'stock' } } },
        ],
      },
    }),
  update: (person, aim) => commit(person, [edit(person, aim)]),
  create: (person, aim) => commit(person, [note(person, aim)]),
  batch: (person, aim) => commit(person, [edit(person, aim), note(person, aim)]),
  createProduct: (person, { tenantId }) =>
    call(person, 'createProduct', { tenantId, sku: randomUUID(), name: person.uid, unitAmount: 1 }),
  placeOrder: (person, { tenantId, shelfId }) =>
    call(person, 'placeOrder', {
      tenantId,
      lines: [{ productId: shelfId, quantity: 1 }],
      idempotencyKey: randomUUID(),
      message: person.uid,
    }),
  updateTenant: (person, { tenantId }) => call(person, 'updateTenant', { tenantId, orderText: randomUUID() }),
} as const satisfies Record<string, Attempt>;

export type AttemptName = keyof typeof attempts;
export const attemptNames = Object.keys(attempts) as AttemptName[];

/** What reads and nothing more: in a business that is read-only these go on. */
export const reads = ['get', 'list', 'aggregate'] as const satisfies readonly AttemptName[];
/** What the functions serve. */
export const calls = ['createProduct', 'placeOrder', 'updateTenant'] as const satisfies readonly AttemptName[];
/** What the database serves, under the rules. */
export const underRules = attemptNames.filter((name) => !(calls as readonly AttemptName[]).includes(name));

async function call<Name extends ApiOperation>(person: Person, operation: Name, input: ApiInput<Name>): Promise<Tried> {
  const answer = await person.try(operation, input);
  if (answer.ok) return { outcome: 'done', why: '', at: undefined };
  const { reason = answer.text } = answer.details;
  return { outcome: reason === 'contention' ? 'busy' : 'refused', why: reason, at: undefined };
}

function commit(person: Person, writes: readonly object[]): Promise<Tried> {
  return tryRequest(person.token, ':commit', { writes });
}

/** The write of an open form: one changed field. */
export function edit({ uid }: Person, aim: Aim, text: string = randomUUID()): object {
  return {
    update: { name: name(aim, `products/${aim.productId}`), fields: spell({ name: text, updatedBy: uid }) },
    updateMask: { fieldPaths: ['name', 'updatedBy'] },
    updateTransforms: [now('updatedAt')],
    currentDocument: { exists: true },
  };
}

export function note({ uid }: Person, aim: Aim): object {
  return {
    update: {
      name: name(aim, `orders/${aim.orderId}/notes/${randomUUID()}`),
      fields: spell({ text: 'Call.', authorUid: uid }),
    },
    updateTransforms: [now('createdAt'), now('updatedAt')],
    currentDocument: { exists: false },
  };
}

const now = (fieldPath: string) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' });
const tenant = ({ tenantId }: Aim) => `tenants/${tenantId}`;
export const name = (aim: Aim, path: string) => `${documents()}/${tenant(aim)}/${path}`;
export const query = (collectionId: string) => ({ structuredQuery: { from: [{ collectionId }], limit: 5 } });
