import { type AuditDocument, auditDocument } from '@tenantry/model/documents/tenants';
import { auditHash, auditId, emptyAuditHead } from '../platform/audit.ts';
import type { AuditHead } from '../platform/data/documents.ts';
import type { SignedHead } from './signed-head.ts';

/** What a chain was found to be. `firstBad` is absent when it is whole. */
export type ChainFinding = { readonly entries: number; readonly firstBad?: number };

/** Clocks of two servers differ by less. */
const clockSkewMilliseconds = 60_000;
const entryFields = Object.keys(auditDocument.shape);

/**
 * Checks a chain as it is read, in the order of its documents' ids: nothing of it is kept but the last entry. `head` and the
 * signed heads were read before the first entry, so that each entry that they know of must come.
 */
export class ChainCheck {
  readonly #tenantId: string;
  readonly #key: string;
  readonly #head: AuditHead;
  readonly #signed: readonly SignedHead[];
  /** For each signed head: the earliest moment at which this one or a later entry was vouched for. */
  readonly #vouchedBy: readonly number[];
  #next = 0;
  #last: AuditHead = emptyAuditHead;
  #entries = 0;
  #broken = false;

  constructor(tenantId: string, key: string, head: AuditHead, signed: readonly SignedHead[]) {
    this.#tenantId = tenantId;
    this.#key = key;
    this.#head = head;
    this.#signed = signed.toSorted((a, b) => a.seq - b.seq);
    this.#vouchedBy = this.#signed.map((_, index) =>
      Math.min(...this.#signed.slice(index).map(({ signedAt }) => signedAt)),
    );
  }

  /** The next document of the chain. */
  take(id: string, entry: AuditDocument): void {
    this.#entries += 1;
    if (this.#broken) return;
    const seq = this.#last.seq + 1;
    this.#broken = id !== auditId(seq) || !this.#follows(entry, seq) || !this.#isAsVouchedFor(entry);
    if (!this.#broken) this.#last = { seq, hash: entry.hash };
  }

  /** The seq of the last entry that was read and is as it was written. */
  get lastGood(): number {
    return this.#last.seq;
  }

  /** What was found. `headAfter` was read after the last entry: what was appended meanwhile is in it. */
  finish(headAfter: AuditHead, forgedHeads: readonly number[]): ChainFinding {
    const entries = this.#entries;
    const bad = [...this.#brokenAt(headAfter), ...forgedHeads.map((seq) => this.#withinChain(seq))];
    return bad.length === 0 ? { entries } : { entries, firstBad: Math.min(...bad) };
  }

  #brokenAt(headAfter: AuditHead): number[] {
    const { seq } = this.#last;
    // Every chain begins with the opening of the business: an empty one is cut off whole.
    const known = Math.max(1, this.#head.seq, this.#signed.at(-1)?.seq ?? 0);
    if (this.#broken || seq < known) return [seq + 1];
    return headAfter.seq < seq ? [headAfter.seq + 1] : [];
  }

  /** A forged head may name any entry: at most the first that is not there. */
  #withinChain(seq: number): number {
    return Math.max(1, Math.min(seq, this.#last.seq + 1));
  }

  #follows(entry: AuditDocument, seq: number): boolean {
    return (
      entry.seq === seq &&
      entry.prevHash === this.#last.hash &&
      hasItsShape(entry) &&
      entry.hash === hashOf(this.#tenantId, entry, this.#key) &&
      (seq !== this.#head.seq || entry.hash === this.#head.hash)
    );
  }

  /** Whether signed heads agree: the one that names this entry, and, as to its age, all that name this one or a later one. */
  #isAsVouchedFor({ seq, hash, at }: AuditDocument): boolean {
    while ((this.#signed[this.#next]?.seq ?? seq) < seq) this.#next += 1;
    const vouchedBy = this.#vouchedBy[this.#next];
    // A cut tail that grew again: these entries are younger than the signature under what stood in their place.
    if (vouchedBy !== undefined && at.toMillis() > vouchedBy + clockSkewMilliseconds) return false;
    for (let index = this.#next; this.#signed[index]?.seq === seq; index += 1) {
      if (this.#signed[index]?.hash !== hash) return false;
    }
    return true;
  }
}

/** Whether an entry has its fields, no more, and a time of whole milliseconds: the hash sees no finer ones. */
function hasItsShape(entry: AuditDocument): boolean {
  const { at } = entry as { at: { nanoseconds?: number } };
  return (
    Object.keys(entry).length === entryFields.length &&
    auditDocument.safeParse(entry).success &&
    (at.nanoseconds ?? 0) % 1_000_000 === 0
  );
}

/** The hash that an entry ought to have, or `undefined` when nobody could have written it. */
function hashOf(tenantId: string, entry: AuditDocument, key: string): string | undefined {
  try {
    return auditHash(tenantId, entry, key);
  } catch {
    return undefined;
  }
}
