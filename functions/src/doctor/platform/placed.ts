import { tenantIdPattern } from '@tenantry/model/tenant-id';
import { everyTenantId } from '../../platform/data/tenants/listed-tenants.ts';
import { isPlaced } from '../../platform/data/tenants/placed.ts';
import type { PlatformCheck } from '../check.ts';

/** Invariant 9: nothing lies below `tenants` that is no business's. */
export const placed: PlatformCheck<{ readonly id: string }> = {
  looksAt: 'ids below tenants',
  pages: everyTenantId,
  async look({ id }, found) {
    found.lookAt();
    if (tenantIdPattern.test(id) && (await isPlaced(id))) return;
    found.add({
      about: `tenants/${id}`,
      is: 'there, and in no register of placements',
      shouldBe: 'absent',
      remedy: `Nobody can reach it: delete all of it, npx firebase firestore:delete --recursive tenants/${id}`,
    });
  },
};
