import type { MemberDocument, MembershipDocument } from '@tenantry/model/documents/people';
import type { ProfileDocument } from '@tenantry/model/documents/tenants';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import type { StoredAccess } from '../data/documents.ts';
import { controlPlane, firestore } from '../data/firestore.ts';
import { instantOf } from '../data/instant.ts';
import { findDatabaseOf } from '../data/tenants/placement.ts';

/** What a tenant says of one person, read in one snapshot. */
type Truth = {
  readonly database: string;
  readonly member: MemberDocument | undefined;
  readonly seq: number;
  readonly profile: ProfileDocument | undefined;
};

/**
 * Brings `users/{uid}/memberships/{t}` in step with `tenants/{t}/members/{uid}`.
 *
 * Only a higher version overwrites, and a deletion carries the `seq` of the read that found no member:
 * who returned since has at least that version, so a late writer can't take it away again.
 * Answers what the member document said, in the terms of `readTruth`.
 */
export async function projectMembership(uid: string, tenantId: string, activeAt: number | undefined): Promise<string> {
  const truth = await readTenant(uid, tenantId);
  const control = controlPlane();
  const reference = control.doc(paths.membership(uid, tenantId));
  await control.runTransaction(
    async (transaction) => {
      const present = (await transaction.get(reference)).data() as MembershipDocument | undefined;
      const { member, profile, seq, database } = truth;
      if (!member || !profile) {
        if (present && (present.version < seq || !profile)) transaction.delete(reference);
        return;
      }
      if (present && present.version > member.version) return;
      const lastActiveAt = activeAt === undefined ? (present?.lastActiveAt ?? member.joinedAt) : instantOf(activeAt);
      const next: MembershipDocument = {
        tenantId,
        slug: profile.slug,
        name: profile.name,
        role: member.role,
        version: member.version,
        database,
        joinedAt: member.joinedAt,
        lastActiveAt,
      };
      if (!present || differs(present, next)) transaction.set(reference, next);
    },
    { maxAttempts: 12 },
  );
  return describeMember(truth.member);
}

/** What the member document says now: its version and role, or that there is none. */
export async function readTruth(uid: string, tenantId: string): Promise<string> {
  const database = await findDatabaseOf(tenantId);
  if (database === undefined) return describeMember(undefined);
  const snapshot = await firestore(database)
    .doc(inTenant(tenantId, tenantPaths.member(uid)))
    .get();
  return describeMember(snapshot.data() as MemberDocument | undefined);
}

async function readTenant(uid: string, tenantId: string): Promise<Truth> {
  const database = await findDatabaseOf(tenantId);
  // A tenant that was purged has no placement: every projection of it goes.
  if (database === undefined)
    return { database: '', member: undefined, seq: Number.MAX_SAFE_INTEGER, profile: undefined };
  const plane = firestore(database);
  return plane.runTransaction(
    async (transaction) => {
      const [member, access, profile] = await transaction.getAll(
        plane.doc(inTenant(tenantId, tenantPaths.member(uid))),
        plane.doc(inTenant(tenantId, tenantPaths.access())),
        plane.doc(inTenant(tenantId, tenantPaths.profile())),
      );
      return {
        database,
        member: member?.data() as MemberDocument | undefined,
        seq: (access?.data() as StoredAccess | undefined)?.seq ?? Number.MAX_SAFE_INTEGER,
        profile: profile?.data() as ProfileDocument | undefined,
      };
    },
    { readOnly: true },
  );
}

/** A membership or its projection in the terms in which they are compared. */
export function describeMember(member: Pick<MemberDocument, 'role' | 'version'> | undefined): string {
  return member ? `${member.role}@${member.version}` : 'none';
}

function differs(a: MembershipDocument, b: MembershipDocument): boolean {
  return (
    a.version !== b.version ||
    a.role !== b.role ||
    a.slug !== b.slug ||
    a.name !== b.name ||
    a.database !== b.database ||
    a.lastActiveAt.toMillis() !== b.lastActiveAt.toMillis()
  );
}
