import { type Claims, sameClaims } from '@tenantry/model/claims';

/** Claims are never set from a read that is older than this. */
export const readAgeLimitMilliseconds = 30_000;
/**
 * A writer ends when its mark is older than this, wherever it runs and however long that may last: half the age at
 * which a sweep takes marks for those of the dead, and takes them away.
 */
export const writerLifetimeMilliseconds = 60_000;
/** Rounds of a writer that finds, each time, that the database moved on. */
const maxRounds = 40;

/** What `f(memberships, operators)` gave, and when it was read. */
export type ClaimsSource = { readonly claims: Claims; readonly readAt: number };

/** The places that a writer of claims touches. Each method is one await, so that a test can kill it there. */
export type ClaimsStore = {
  now(): number;
  putMark(
    uid: string,
    mark: { readonly id: string; readonly at: number; readonly tenants: readonly string[] },
  ): Promise<void>;
  removeMarks(uid: string, ids: readonly string[]): Promise<void>;
  /** Brings the projection of one membership in step with the member document; answers what that said. */
  project(uid: string, tenantId: string, activeAt: number | undefined): Promise<string>;
  /** What the member document says now, in the same terms. */
  truth(uid: string, tenantId: string): Promise<string>;
  readSource(uid: string): Promise<ClaimsSource>;
  /** `undefined` when Authentication knows no such person. */
  readClaims(uid: string): Promise<Claims | undefined>;
  writeClaims(uid: string, claims: Claims): Promise<void>;
  /** Tells the person's open pages to fetch a new token. */
  announce(uid: string): Promise<void>;
};

/** What is to be brought in step: the tenants whose membership moved, and one that the person just turned to. */
export type ClaimsTask = {
  readonly uid: string;
  readonly tenants: readonly string[];
  readonly activeIn?: string;
  /** When the caller put the mark. */
  readonly markedAt: number;
};

/**
 * Makes a person's claims equal to the database, under a mark that the caller has put.
 *
 * Firebase's setter replaces everything and has no compare-and-set, so two writers can overtake each other:
 * each one reads, sets, and then verifies that nothing moved since it read, and starts again while something
 * did. Of two that interleave the later reader corrects the earlier one. A writer that dies after setting
 * what was old leaves its mark, and the sweep repeats its work. Throws when the mark is too old, or nothing comes to rest.
 */
export async function syncClaims(store: ClaimsStore, { uid, tenants, activeIn, markedAt }: ClaimsTask): Promise<void> {
  const requireYoungMark = () => {
    if (store.now() - markedAt <= writerLifetimeMilliseconds) return;
    throw new Error(`The mark on ${uid} is too old to set claims under it; it stays for the sweep.`);
  };
  let activeAt = activeIn === undefined ? undefined : store.now();
  for (let round = 0; round < maxRounds; round += 1) {
    requireYoungMark();
    const projected = await Promise.all(
      tenants.map((tenantId) => store.project(uid, tenantId, tenantId === activeIn ? activeAt : undefined)),
    );
    activeAt = undefined;
    const source = await store.readSource(uid);
    const present = await store.readClaims(uid);
    if (present === undefined) return;
    if (!sameClaims(present, source.claims)) {
      if (store.now() - source.readAt > readAgeLimitMilliseconds) continue;
      requireYoungMark();
      await store.writeClaims(uid, source.claims);
      await store.announce(uid);
    }
    const [again, truths] = await Promise.all([
      store.readSource(uid),
      Promise.all(tenants.map((tenantId) => store.truth(uid, tenantId))),
    ]);
    const unmoved =
      sameClaims(again.claims, source.claims) && truths.every((truth, index) => truth === projected[index]);
    if (unmoved) return;
  }
  throw new Error(`The claims of ${uid} did not come to rest in ${maxRounds} rounds; their mark stays for the sweep.`);
}
