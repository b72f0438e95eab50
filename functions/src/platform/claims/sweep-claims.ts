import { paths } from '@tenantry/model/paths';
import { type DocumentReference, type DocumentSnapshot, FieldValue } from 'firebase-admin/firestore';
import type { ClaimsRecord } from '../data/documents.ts';
import { controlPlane } from '../data/firestore.ts';
import { instantOf } from '../data/instant.ts';
import { log } from '../log.ts';
import { refreshClaims } from './change-claims.ts';
import { marksOf } from './marks.ts';

/**
 * A mark older than this belongs to a writer that sets nothing any more: it ends by itself when its mark is 60 s old,
 * however long its function may run, and what it had asked Authentication to set by then has been set by now.
 */
export const markLifetimeMilliseconds = 120_000;
const pageSize = 200;

/** Where all the people's claims records are, in one query: the field is indexed across the collection group. */
export const marksQuery = { collectionGroup: 'system', field: 'markedAt' } as const;

/**
 * Repeats the work of writers that died: projections and claims of everybody with an old mark. Answers how
 * many people were healed, found at rest, and left for the next run since theirs failed.
 */
export async function sweepClaims(now: Date): Promise<{ healed: number; atRest: number; failed: number }> {
  const cutoff = now.getTime() - markLifetimeMilliseconds;
  const count = { healed: 0, atRest: 0, failed: 0 };
  const query = controlPlane()
    .collectionGroup(marksQuery.collectionGroup)
    .where(marksQuery.field, '<=', instantOf(cutoff))
    .orderBy(marksQuery.field)
    .limit(pageSize);
  let page = await query.get();
  for (;;) {
    for (const { ref } of page.docs) {
      const uid = ref.parent.parent?.id;
      // One that lies elsewhere is nobody's: its marks could not be taken away, and each sweep would write somebody's claims.
      if (uid === undefined || ref.path !== paths.userClaims(uid)) continue;
      try {
        const healed = await heal(uid, ref, cutoff);
        count[healed ? 'healed' : 'atRest'] += 1;
      } catch (fault) {
        // Their mark stays for the next run; it must not keep everybody behind them waiting.
        log.backgroundFailed('sweepClaims', fault);
        count.failed += 1;
      }
    }
    const last = page.docs.at(-1);
    if (!last || page.size < pageSize) return count;
    page = await query.startAfter(last).get();
  }
}

async function heal(uid: string, reference: DocumentReference, cutoff: number): Promise<boolean> {
  const marks = marksOf(recordOf(await reference.get()));
  const stale = marks.filter(({ at }) => at <= cutoff);
  if (stale.length > 0) {
    const tenants = [...new Set(marks.flatMap((mark) => mark.tenants))];
    const ids = stale.map(({ id }) => id);
    await refreshClaims(uid, tenants, ids);
    log.claimsHealed(uid, stale.length);
  }
  await rest(reference);
  return stale.length > 0;
}

/** Takes the record off the sweep's list, unless a mark stands: of a living writer, the next sweep looks again. */
function rest(reference: DocumentReference): Promise<void> {
  return controlPlane().runTransaction(async (transaction) => {
    const record = recordOf(await transaction.get(reference));
    if (marksOf(record).length === 0) transaction.update(reference, { markedAt: FieldValue.delete() });
  });
}

function recordOf(snapshot: DocumentSnapshot): ClaimsRecord {
  return snapshot.data() ?? {};
}
