import { spellValue } from '../../../support/rules/values.ts';
import type { Condition, Query } from '../decision/request.ts';
import { self, type List, type Shape, type WantedCondition } from './asks.ts';

/** The query that a list asks once it is known who asks. */
export function queryOf({ collection, clauses }: List, uid: string): Query {
  const resolve = (condition: WantedCondition): Condition => ({ ...condition, value: resolved(condition.value, uid) });
  return { collection, clauses: clauses.map((conditions) => conditions.map(resolve)) };
}

function resolved(value: WantedCondition['value'], uid: string): Condition['value'] {
  if (value === self) return uid;
  if (Array.isArray(value)) return value.map((one: WantedCondition['value']) => resolved(one, uid));
  return value as Condition['value'];
}

/** A query as Firestore's REST interface spells it. */
export function structuredQuery(
  documents: string,
  { collection, clauses }: Query,
  { orderBy, limit, offset }: Shape,
): object {
  const filters = clauses.map((conditions) => {
    const spelled = conditions.map((condition) => spellCondition(`${documents}/${collection}`, condition));
    return spelled.length === 1 ? spelled[0] : { compositeFilter: { op: 'OR', filters: spelled } };
  });
  return {
    from: [{ collectionId: collection.slice(collection.lastIndexOf('/') + 1) }],
    ...(filters.length > 0 ? { where: { compositeFilter: { op: 'AND', filters } } } : {}),
    ...(orderBy ? { orderBy: [{ field: { fieldPath: orderBy[0] }, direction: orderBy[1] }] } : {}),
    ...(limit === undefined ? {} : { limit }),
    ...(offset === undefined ? {} : { offset }),
  };
}

function spellCondition(collection: string, { field: fieldPath, op, value }: Condition): object {
  const field = { fieldPath };
  if (fieldPath === '__name__') {
    return { fieldFilter: { field, op, value: { referenceValue: `${collection}/${value as string}` } } };
  }
  if (value === null) return { unaryFilter: { field, op: op === 'EQUAL' ? 'IS_NULL' : 'IS_NOT_NULL' } };
  return { fieldFilter: { field, op, value: spellValue(value) } };
}
