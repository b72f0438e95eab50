import type { Permission } from '@tenantry/model/permissions';
import type { Fields, Value } from '../../../support/rules/values.ts';
import type { After, Asker, Condition, Query, Verb, World } from './request.ts';
import { isNewNote, isNoteEdit, isProductEdit } from './shapes.ts';
import { isOperator, may } from './standing.ts';

/** One request for one path: what its variables are, what is there, what a write would leave, what a query asks. */
export type Case = {
  readonly world: World;
  readonly asker: Asker;
  readonly at: Readonly<Record<string, string>>;
  readonly before: Fields | undefined;
  readonly after: After | undefined;
  readonly query: Query | undefined;
};

type Judge = (request: Case) => boolean;
type Rights = Readonly<Partial<Record<Verb, Judge>>>;

const self: Judge = ({ asker, at }) => asker !== undefined && asker.uid === at.uid;
const anyone: Judge = () => true;
const operators: Judge = ({ world, asker }) => isOperator(world, asker);
const reader =
  (permission: Permission): Judge =>
  ({ world, asker, at }) =>
    may(world, asker, at.t ?? '', permission, 'read');
const writer =
  (permission: Permission): Judge =>
  ({ world, asker, at }) =>
    may(world, asker, at.t ?? '', permission, 'write');

const any =
  (...judges: readonly Judge[]): Judge =>
  (request) =>
    judges.some((judge) => judge(request));
const all =
  (...judges: readonly Judge[]): Judge =>
  (request) =>
    judges.every((judge) => judge(request));

const no: Rights = {};
const read = (judge: Judge): Rights => ({ get: judge, list: judge });

/** Where a field of the document is that value; of a query, where it can find no other documents. */
const where =
  (field: string, wanted: (request: Case) => Value | undefined): Judge =>
  (request) => {
    const value = wanted(request);
    if (value === undefined) return false;
    if (request.query === undefined) return request.before?.[field] === value;
    return finds(request.world, request.query, field, value);
  };

/**
 * Whatever a query may find is of that value: in each of its alternatives a condition says so. An alternative that names a
 * document finds that one or nothing, and it is looked at as by a get.
 */
function finds(world: World, { collection, clauses }: Query, field: string, value: Value): boolean {
  return alternatives(clauses).every((conditions) => {
    const named = conditions.find((condition) => condition.field === '__name__');
    if (named) return world.documents.get(`${collection}/${named.value as string}`)?.[field] === value;
    return conditions.some((condition) => condition.field === field && condition.value === value);
  });
}

/** Every choice of one condition from each clause; IN is a choice of values. What is neither says nothing of a value. */
function alternatives(clauses: Query['clauses']): readonly (readonly Condition[])[] {
  const choices = clauses.map((conditions) =>
    conditions.flatMap((condition) => {
      if (condition.op !== 'IN' || !Array.isArray(condition.value)) return [condition];
      return condition.value.map((value: Value) => ({ ...condition, op: 'EQUAL' as const, value }));
    }),
  );
  const all = choices.reduce<readonly (readonly Condition[])[]>(
    (found, next) => found.flatMap((conditions) => next.map((condition) => [...conditions, condition])),
    [[]],
  );
  return all.map((conditions) => conditions.filter(({ op }) => op === 'EQUAL'));
}

const published = where('status', () => 'published');
const ones = where('customerUid', ({ asker }) => asker?.uid);
const author = where('authorUid', ({ asker }) => asker?.uid);
const underOrder: Judge = ({ world, at }) => world.documents.has(`tenants/${at.t}/orders/${at.order}`);

/** Design, section 5, line by line. What is not named is nobody's. */
export const design: Readonly<Record<string, Rights>> = {
  'users/{uid}': { get: self },
  'users/{uid}/memberships/{membership}': read(self),
  'users/{uid}/system/claims': no,
  'slugs/{slug}': { get: anyone },
  'placements/{placement}': no,
  'operators/{operator}': no,
  'stripeCustomers/{id}': no,
  'stripeEvents/{id}': no,
  'mail/{id}': no,
  'rateLimits/{id}': no,
  'jobs/{id}': read(operators),
  'platformStats/{day}': read(operators),
  'platformAudit/{id}': read(operators),
  'tenants/{t}': { get: reader('tenant:read') },
  'tenants/{t}/public/profile': { get: reader('profile:read') },
  'tenants/{t}/system/{doc}': no,
  'tenants/{t}/idempotency/{hash}': no,
  'tenants/{t}/members/{member}': read(reader('member:read')),
  'tenants/{t}/invites/{id}': read(reader('member:manage')),
  'tenants/{t}/products/{id}': {
    ...read(any(reader('product:read'), all(reader('product:read-published'), published))),
    update: all(
      writer('product:write'),
      ({ before, after, asker }) =>
        before !== undefined && after !== undefined && isProductEdit(before, after, asker?.uid ?? ''),
    ),
  },
  'tenants/{t}/orders/{order}': read(any(reader('order:read'), all(reader('order:read-own'), ones))),
  'tenants/{t}/orders/{order}/notes/{note}': {
    ...read(reader('order:read')),
    create: all(
      writer('order:note'),
      underOrder,
      ({ after, asker }) => after !== undefined && isNewNote(after, asker?.uid ?? ''),
    ),
    update: all(
      writer('order:note'),
      author,
      ({ before, after }) => before !== undefined && after !== undefined && isNoteEdit(before, after),
    ),
    delete: all(writer('order:note'), author),
  },
  'tenants/{t}/billing/subscription': { get: reader('billing:read') },
  'tenants/{t}/invoices/{id}': read(reader('billing:read')),
  'tenants/{t}/usageEvents/{id}': no,
  'tenants/{t}/usage/{month}': read(reader('usage:read')),
  'tenants/{t}/stats/{day}': read(reader('usage:read')),
  'tenants/{t}/audit/{id}': read(reader('audit:read')),
};
