import { paths } from '@tenantry/model/paths';
import { tenantIdPattern } from '@tenantry/model/tenant-id';
import { controlPlane } from '../firestore.ts';

/** Whether the register of placements knows a tenant, be its entry half-written. */
export async function isPlaced(tenantId: string): Promise<boolean> {
  return (await controlPlane().doc(paths.placement(tenantId)).get()).exists;
}

/** Throws a sentence, for whoever typed it, when this is no tenant's id or there is no such tenant. */
export async function requirePlaced(tenantId: string): Promise<void> {
  if (!tenantIdPattern.test(tenantId))
    throw new Error(`"${tenantId}" is no tenant’s id: those are ten letters and digits.`);
  if (!(await isPlaced(tenantId))) throw new Error(`There is no tenant ${tenantId}.`);
}
