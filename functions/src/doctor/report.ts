import type { Looked } from './look-twice.ts';

/** A check in the table of the command: how many things it looked at, how many are wrong, how many looks failed. */
export type Row = {
  readonly check: string;
  readonly looksAt: string;
  looked: number;
  wrong: number;
  failed: number;
};

/** Counts what was found, and tells each fault at once, in a line of its own: none is kept. */
export class Report {
  readonly #rows = new Map<string, Row>();
  readonly #tell: (line: string) => void;

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  get rows(): readonly Row[] {
    return [...this.#rows.values()];
  }

  /** Opens the rows of checks, in their order, so that one with nothing to look at is told too. */
  open(checks: Readonly<Record<string, { readonly looksAt: string }>>): void {
    for (const [check, { looksAt }] of Object.entries(checks))
      this.#rows.set(check, { check, looksAt, looked: 0, wrong: 0, failed: 0 });
  }

  /** Notes one look. `whose` is the business, or nothing where the fault itself says whose it is; `item` what was looked at by itself. */
  note(check: string, whose: string, looked: Looked, item = ''): void {
    const row = this.#rows.get(check);
    if (!row) throw new Error(`The check ${check} was not opened.`);
    const head = [whose, `${check}:`].filter((part) => part !== '').join(' ');
    if ('failed' in looked) {
      row.failed += 1;
      this.#tell(`${[head, item].filter((part) => part !== '').join(' ')} could not be looked at: ${looked.failed}`);
      return;
    }
    const { found } = looked;
    row.looked += found.looked;
    row.wrong += found.wrong;
    for (const { about, is, shouldBe, remedy } of found.faults)
      this.#tell(`${head} ${about} is ${is} and should be ${shouldBe}. ${remedy}`);
    if (found.beyond > 0) this.#tell(`${head} and ${found.beyond} more like these.`);
  }
}
