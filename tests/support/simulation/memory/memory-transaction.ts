import { type Answer, answerOf, type Found, MemoryQuery, type Snapshot, snapshotOf } from './memory-query.ts';
import type { Data } from './values.ts';
import { type Verb, type Write, writeOf } from './writes.ts';

type Place = { readonly path: string };
export type Entry = { readonly data: Data; readonly version: number };

/** Where a transaction reads. */
export type Reading = {
  readonly gate: () => Promise<void>;
  readonly read: (path: string) => Entry | undefined;
  readonly documents: (collection: string) => readonly Found[];
  readonly readOnly: boolean;
};

/** A transaction, which remembers what it has read, so that it is known when something of it was overtaken. */
export class MemoryTransaction {
  /** By path: the version that was read; 0 is none. */
  readonly reads = new Map<string, number>();
  /** What was asked for, and what it found: one that finds something else now was overtaken, too. */
  readonly queries: { readonly query: MemoryQuery; readonly found: string }[] = [];
  readonly writes: Write[] = [];
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  get(wanted: MemoryQuery): Promise<Answer>;
  get(wanted: Place): Promise<Snapshot>;
  async get(wanted: Place | MemoryQuery): Promise<Answer | Snapshot> {
    await this.#beforeReading();
    if (!(wanted instanceof MemoryQuery)) return this.#snapshot(wanted.path);
    const found = wanted.of(this.#reading.documents);
    this.queries.push({ query: wanted, found: versionsOf(found) });
    return answerOf(found);
  }

  async getAll(...wanted: readonly Place[]) {
    await this.#beforeReading();
    return wanted.map(({ path }) => this.#snapshot(path));
  }

  create({ path }: Place, data: Data): void {
    this.#write('create', path, data);
  }

  set({ path }: Place, data: Data, { merge = false }: { readonly merge?: boolean } = {}): void {
    this.#write(merge ? 'merge' : 'set', path, data);
  }

  update({ path }: Place, data: Data): void {
    this.#write('update', path, data);
  }

  delete({ path }: Place): void {
    this.#write('delete', path, {});
  }

  #write(verb: Verb, path: string, data: Data): void {
    if (this.#reading.readOnly) throw new Error('A transaction that only reads writes nothing.');
    this.writes.push(writeOf(verb, path, data));
  }

  async #beforeReading(): Promise<void> {
    if (this.writes.length > 0) throw new Error('Firestore demands that reads come before writes.');
    await this.#reading.gate();
  }

  #snapshot(path: string) {
    const entry = this.#reading.read(path);
    this.reads.set(path, entry?.version ?? 0);
    return snapshotOf(path, entry?.data);
  }
}

export function versionsOf(found: readonly Found[]): string {
  return found.map(({ path, version }) => `${path}@${version}`).join();
}
