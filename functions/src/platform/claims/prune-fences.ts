import type { MembershipDocument } from '@tenantry/model/documents/people';
import { paths } from '@tenantry/model/paths';
import { type DocumentSnapshot, FieldValue } from 'firebase-admin/firestore';
import { type ClaimsRecord, tenantDocuments } from '../data/documents.ts';
import { forEveryTenant } from '../data/tenants/every-tenant.ts';
import { controlPlane } from '../data/firestore.ts';
import { instantOf } from '../data/instant.ts';
import { log } from '../log.ts';
import { runInTenant } from '../data/transactions.ts';
import { claimsAgree } from './agreement.ts';
import { refreshClaims } from './change-claims.ts';
import { describeMember, readTruth } from './project-membership.ts';

/** An ID token lives 60 minutes; the rest is for clocks that differ. */
export const pruneAfterMilliseconds = 70 * 60_000;

/**
 * Takes fence entries away that no token can need any more: 70 minutes after membership, projection and
 * claims were seen to agree on the change, with no writer's mark standing. The first look at an entry notes
 * the agreement (or brings it about, and drops what was noted), a later one prunes. Answers how many entries went.
 */
export async function pruneFences(now: Date): Promise<{ tenants: number; pruned: number }> {
  let pruned = 0;
  const tenants = await forEveryTenant(now, async (tenantId) => {
    const access = await runInTenant((tx) => tx.get(tenantDocuments.access()));
    const ripe: [string, number][] = [];
    for (const [uid, version] of Object.entries(access?.fence ?? {})) {
      if (await isRipe(uid, tenantId, version, now)) ripe.push([uid, version]);
    }
    if (ripe.length === 0) return;
    // Tenants are worked for at the same time: a sum is added to once its part is there.
    const gone = await prune(ripe);
    pruned += gone;
  });
  return { tenants, pruned };
}

/** Whether an entry has been agreed on for long enough. Notes the agreement when this is the first time it is seen. */
async function isRipe(uid: string, tenantId: string, version: number, now: Date): Promise<boolean> {
  const reference = controlPlane().doc(paths.userClaims(uid));
  if (isBeingWritten(recordOf(await reference.get()))) return false;
  if (!(await agrees(uid, tenantId))) {
    // Before the heal, so that whoever sees the new agreement finds no note of the old one: a token that was made
    // from the old claims has its whole life before it.
    await reference.set({ agreed: { [tenantId]: FieldValue.delete() } }, { merge: true });
    await refreshClaims(uid, [tenantId]);
    return false;
  }
  // The note is read after the agreement was seen: a run beside this one may have found none, and healed it since.
  return controlPlane().runTransaction(async (transaction) => {
    const record = recordOf(await transaction.get(reference));
    if (isBeingWritten(record)) return false;
    const seen = record.agreed?.[tenantId];
    if (seen?.version === version) return seen.at.toMillis() <= now.getTime() - pruneAfterMilliseconds;
    transaction.set(reference, { agreed: { [tenantId]: { version, at: instantOf(now) } } }, { merge: true });
    return false;
  });
}

function recordOf(snapshot: DocumentSnapshot): ClaimsRecord {
  return snapshot.data() ?? {};
}

function isBeingWritten({ marks = {} }: ClaimsRecord): boolean {
  return Object.keys(marks).length > 0;
}

async function agrees(uid: string, tenantId: string): Promise<boolean> {
  const [truth, projection, claims] = await Promise.all([
    readTruth(uid, tenantId),
    controlPlane().doc(paths.membership(uid, tenantId)).get(),
    claimsAgree(uid),
  ]);
  return claims && truth === describeMember(projection.data() as MembershipDocument | undefined);
}

/** Takes the entries that are unchanged out of the fence, in one transaction. Answers how many. */
async function prune(ripe: readonly (readonly [uid: string, version: number])[]): Promise<number> {
  return runInTenant(async (tx) => {
    const access = await tx.get(tenantDocuments.access());
    if (!access) return 0;
    const going = new Set(ripe.filter(([uid, version]) => access.fence[uid] === version).map(([uid]) => uid));
    if (going.size === 0) return 0;
    tx.update(tenantDocuments.access(), {
      fence: Object.fromEntries(Object.entries(access.fence).filter(([uid]) => !going.has(uid))),
    });
    log.fencePruned(going.size);
    return going.size;
  });
}
