import type { AuditDocument } from '@tenantry/model/documents/tenants';
import type { Row } from '../../../shared/live/source.ts';

type Entry = Row<AuditDocument>;

/** How far a search has looked, newest first, and what it found. */
export type Looked = {
  readonly found: readonly Entry[];
  readonly entries: number;
  /** The oldest entry that was looked at, where it goes on. */
  readonly last: Entry | undefined;
  /** Nothing older is there. */
  readonly whole: boolean;
};

export const notLooked: Looked = { found: [], entries: 0, last: undefined, whole: false };

/** Entries of one read, and how many of them one step looks at: some seconds, and as many reads as entries. */
const pageSize = 500;
const entriesOfStep = 2_000;
/** What fills the page is enough for one step. */
const foundOfStep = 50;

/** What a search reads, and what it looks for. */
export type Reading = {
  /** The entries after one, newest first, so many at most. */
  readonly read: (after: Entry | undefined, limit: number) => Promise<readonly Entry[]>;
  readonly matches: (entry: AuditDocument) => boolean;
};

type Step = Reading & {
  /** Told after each read. Nothing is told, and nothing more read, once the signal is given. */
  readonly onProgress: (looked: Looked) => void;
  readonly signal: AbortSignal;
};

/** Looks one step further back, read by read. Throws what reading throws; what was found so far was told by then. */
export async function lookBack(before: Looked, { read, matches, onProgress, signal }: Step): Promise<void> {
  let looked = before;
  const enough = () =>
    looked.whole ||
    looked.entries - before.entries >= entriesOfStep ||
    looked.found.length - before.found.length >= foundOfStep;
  while (!enough()) {
    const page = await read(looked.last, pageSize);
    if (signal.aborted) return;
    looked = {
      found: [...looked.found, ...page.filter(matches)],
      entries: looked.entries + page.length,
      last: page.at(-1) ?? looked.last,
      whole: page.length < pageSize,
    };
    onProgress(looked);
  }
}
