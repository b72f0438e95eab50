import { randomUUID } from 'node:crypto';
import { type Access, newAccess, raiseFence } from '@tenantry/model/access';
import { newTenantId } from '@tenantry/model/tenant-id';
import type { StoredAccess } from '../../../functions/src/platform/data/documents.ts';
import { tenantDocuments } from '../../../functions/src/platform/data/documents.ts';
import { instantOf } from '../../../functions/src/platform/data/instant.ts';
import { fromStored, toStored } from '../../../functions/src/platform/data/stored-access.ts';
import { inTenantContext } from '../../../functions/src/platform/tenant-context.ts';
import { workInTenant } from '../../../functions/src/platform/operations/tenant-work.ts';
import { database } from '../database.ts';

/** Tenants of nobody, written straight into the database: placements, profiles and access documents only. */
export async function bareTenants(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newTenantId);
  const writer = database().bulkWriter();
  for (const id of ids) {
    const slug = `bare-${id.toLowerCase()}`;
    void writer.set(database().doc(`placements/${id}`), {
      database: '(default)',
      slug,
      state: 'settled',
      createdBy: 'nobody',
    });
    void writer.set(database().doc(`tenants/${id}/public/profile`), { name: `Shop ${id}`, slug, branding: { hue: 1 } });
    void writer.set(database().doc(`tenants/${id}/system/access`), toStored(newAccess([])));
  }
  await writer.close();
  return ids;
}

/** A member document as an operation would have left it, without its projection. */
export async function putMember(tenantId: string, uid: string, role = 'member', version = 1): Promise<void> {
  const now = instantOf(Date.now());
  await database()
    .doc(`tenants/${tenantId}/members/${uid}`)
    .set({ uid, role, version, email: `${uid}@example.com`, displayName: uid, joinedAt: now, lastSeenAt: now });
}

/** Removes a person as operations do: member document and fence in one transaction, claims before it answers. */
export function removePerson(tenantId: string, uid: string): Promise<void> {
  return inTenantContext(tenantId, randomUUID(), () =>
    workInTenant({ actor: 'test', audited: false, now: new Date() }, async ({ tx, access, changesMembership }) => {
      await changesMembership(uid);
      tx.delete(tenantDocuments.member(uid));
      tx.set(tenantDocuments.access(), toStored(raiseFence(access, [uid]).access));
    }),
  );
}

/** Changes a person's role as operations do. */
export function changeRole(tenantId: string, uid: string, role: string): Promise<void> {
  return inTenantContext(tenantId, randomUUID(), () =>
    workInTenant({ actor: 'test', audited: false, now: new Date() }, async ({ tx, access, changesMembership }) => {
      await changesMembership(uid);
      const raised = raiseFence(access, [uid]);
      tx.update(tenantDocuments.member(uid), { role, version: raised.version });
      tx.set(tenantDocuments.access(), toStored(raised.access));
    }),
  );
}

export async function readAccess(tenantId: string): Promise<Access> {
  const snapshot = await database().doc(`tenants/${tenantId}/system/access`).get();
  return fromStored(snapshot.data() as StoredAccess);
}
