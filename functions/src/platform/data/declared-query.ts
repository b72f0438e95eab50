import type { IndexedQuery } from '@tenantry/model/composite-index';
import type { WhereFilterOp } from 'firebase-admin/firestore';

/**
 * A query as it is declared once, its values left open. The repository takes no other, so that a test can
 * compare every query of the functions with `firestore.indexes.json`.
 */
export type DeclaredQuery = {
  readonly collection: string;
  readonly where: readonly (readonly [field: string, operator: WhereFilterOp])[];
  readonly orderBy: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  readonly brand: typeof brand;
};

const brand = Symbol('declared');
const declared: DeclaredQuery[] = [];

/** Declares a query of a collection, named by its own id (the last segment of its path). */
export function declareQuery(
  collection: string,
  { where = [], orderBy = [] }: Partial<Pick<DeclaredQuery, 'where' | 'orderBy'>>,
): DeclaredQuery {
  const query = { collection, where, orderBy, brand } as const;
  declared.push(query);
  return query;
}

/** Every query of the modules that were loaded. */
export function declaredQueries(): readonly IndexedQuery[] {
  return declared;
}
