import { instant } from '@tenantry/model/documents/instant';
import { tenantIdPattern } from '@tenantry/model/tenant-id';
import * as z from 'zod/mini';
import type { ClaimsRecord } from '../data/documents.ts';

/** A mark on a person: since when (milliseconds) somebody writes their claims, and whose memberships move. */
export type Mark = { readonly id: string; readonly at: number; readonly tenants: readonly string[] };

const stored = z.object({ at: instant, tenants: z.array(z.unknown()) });

/**
 * The marks that stand on a person. Each writer writes its own whole: one that lacks something is of no writer, and counts as the oldest
 * that there can be, so that the next sweep takes it away. What is no tenant's id is left out.
 */
export function marksOf({ marks }: ClaimsRecord): Mark[] {
  return Object.entries<unknown>(marks ?? {}).map(([id, mark]) => {
    const { success, data } = stored.safeParse(mark);
    return success
      ? { id, at: data.at.toMillis(), tenants: data.tenants.filter(isTenantId) }
      : { id, at: 0, tenants: [] };
  });
}

function isTenantId(value: unknown): value is string {
  return typeof value === 'string' && tenantIdPattern.test(value);
}
