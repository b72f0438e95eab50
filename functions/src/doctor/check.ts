import type { Findings } from './findings.ts';

/** A business as a check sees it; it runs inside its tenant's context. */
export type Business = {
  readonly tenantId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** One invariant that can be read off the data of a business. It reads and writes nothing. */
export type BusinessCheck = {
  /** What it counts, in the table of the command. */
  readonly looksAt: string;
  /** Why it can look at no business at all, in words; absent or undefined where it can. */
  readonly hindrance?: () => string | undefined;
  readonly look: (business: Business, found: Findings) => Promise<void>;
};

/** What is looked at page by page: each item is looked at by itself. By its id it is told of one that can't be. */
export type PlatformCheck<Item extends Identified = Identified> = {
  readonly looksAt: string;
  readonly pages: () => AsyncIterable<readonly Item[]>;
  /** Those of one business, inside its context; absent where that makes no sense. */
  readonly pagesOf?: () => AsyncIterable<readonly Item[]>;
  look(item: Item, found: Findings, now: number): Promise<void>;
};

export type Identified = { readonly id: string };
