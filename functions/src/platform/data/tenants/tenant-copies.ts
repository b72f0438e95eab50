import { GrpcStatus } from 'firebase-admin/firestore';
import type { ProfileDocument } from '@tenantry/model/documents/tenants';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { searchKeyOf } from '@tenantry/model/search-key';
import { controlPlane, firestore } from '../firestore.ts';
import { databaseOf } from './placement.ts';

const pageSize = 500;
/** Rounds of a writer that finds, each time, that somebody changed the name again. */
const maxRounds = 5;

/**
 * Copies a tenant's name and hue to where they are shown before one is inside: its address, everybody's list of
 * businesses, and the operators' search. Starts again when the name moved meanwhile, so that of two writers the last name stays.
 */
export async function copyTenantName(tenantId: string): Promise<void> {
  const plane = firestore(await databaseOf(tenantId));
  const profile = plane.doc(inTenant(tenantId, tenantPaths.profile()));
  const read = async () => (await profile.get()).data() as ProfileDocument | undefined;
  let present = await read();
  for (let round = 0; round < maxRounds && present; round += 1) {
    await copy(tenantId, present);
    const again = await read();
    if (again?.name === present.name && again.branding.hue === present.branding.hue) return;
    present = again;
  }
}

async function copy(tenantId: string, { slug, name, branding }: ProfileDocument): Promise<void> {
  const control = controlPlane();
  await Promise.all([
    control.doc(paths.slug(slug)).update({ name, hue: branding.hue }),
    control.doc(paths.placement(tenantId)).update({ nameKey: searchKeyOf(name) }),
  ]);
  const members = firestore(await databaseOf(tenantId)).collection(inTenant(tenantId, tenantPaths.members()));
  let after: string | undefined;
  for (;;) {
    const query = members.orderBy('__name__').select().limit(pageSize);
    const page = await (after === undefined ? query : query.startAfter(after)).get();
    const writer = control.bulkWriter();
    // Who left meanwhile has no projection any more: nothing is to be copied there.
    writer.onWriteError((fault) => fault.code !== GrpcStatus.NOT_FOUND && fault.failedAttempts < 5);
    const writes = page.docs.map((member) =>
      writer.update(control.doc(paths.membership(member.id, tenantId)), { name }).catch(ignoreNotFound),
    );
    await Promise.all([writer.close(), ...writes]);
    after = page.docs.at(-1)?.id;
    if (page.size < pageSize) return;
  }
}

function ignoreNotFound(fault: unknown): void {
  if (!(fault instanceof Error && 'code' in fault && fault.code === GrpcStatus.NOT_FOUND)) throw fault;
}
