import { type Found, MemoryQuery, snapshotOf } from './memory/memory-query.ts';
import { type Entry, MemoryTransaction, versionsOf } from './memory/memory-transaction.ts';
import { codes, type Data, fault, stored } from './memory/values.ts';
import { requireSense, type Verb, type Write, writeOf } from './memory/writes.ts';

export type MemoryOptions = {
  /** What every access waits for. */
  readonly gate: () => Promise<void>;
  /** Without it writes land one by one, whatever changed since the reads: a database without transactions. */
  readonly atomic?: boolean;
  /** Called after each commit. */
  readonly onCommit?: () => void;
};

/** Codes after which the SDK runs a transaction again, whoever threw them. */
const transient = new Set<unknown>([1, 2, 4, 8, codes.aborted, 13, 14, 16]);

/**
 * The part of the Admin SDK's Firestore that the functions' repository uses, in memory; what it does not know it refuses. Transactions
 * are serializable: one whose reads were overtaken runs again. That it does what the emulator does is a test of its own.
 */
export class MemoryFirestore {
  readonly #entries = new Map<string, Entry>();
  readonly #options: MemoryOptions;
  #version = 0;

  constructor(options: MemoryOptions) {
    this.#options = options;
  }

  doc(path: string) {
    const write = async (verb: Verb, data: Data): Promise<void> => {
      const write = writeOf(verb, path, data);
      await this.#options.gate();
      this.#applyAll([write]);
    };
    return {
      path,
      id: path.slice(path.lastIndexOf('/') + 1),
      get: async () => {
        await this.#options.gate();
        return snapshotOf(path, this.read(path));
      },
      create: (data: Data) => write('create', data),
      set: (data: Data, { merge = false }: { readonly merge?: boolean } = {}) => write(merge ? 'merge' : 'set', data),
      update: (data: Data) => write('update', data),
      delete: () => write('delete', {}),
    };
  }

  collection(path: string): MemoryQuery {
    return new MemoryQuery(path, (collection) => documentsIn(this.#entries, collection), this.#options.gate);
  }

  async runTransaction<T>(
    work: (transaction: MemoryTransaction) => Promise<T>,
    { maxAttempts = 5, readOnly = false }: { readonly maxAttempts?: number; readonly readOnly?: boolean } = {},
  ): Promise<T> {
    let last: unknown;
    for (let attempt = 0; attempt < (readOnly ? 1 : maxAttempts); attempt += 1) {
      const transaction = this.#begin(readOnly);
      try {
        const result = await work(transaction);
        await this.#options.gate();
        await this.#commit(transaction);
        return result;
      } catch (thrown) {
        if (!transient.has((thrown as { code?: unknown } | null)?.code)) throw thrown;
        last = thrown;
      }
    }
    throw last;
  }

  /** A document as it is now. */
  read(path: string): Data | undefined {
    return this.#entries.get(path)?.data;
  }

  /** Puts a document there, by the way. */
  write(path: string, data: Data): void {
    this.#store(path, stored(data) as Data);
  }

  /** Every document whose path begins so. */
  below(prefix: string): ReadonlyMap<string, Data> {
    return new Map([...this.#entries].flatMap(([path, { data }]) => (path.startsWith(prefix) ? [[path, data]] : [])));
  }

  /** One that only reads sees everything as it is when it begins. */
  #begin(readOnly: boolean): MemoryTransaction {
    const entries = readOnly ? new Map(this.#entries) : this.#entries;
    return new MemoryTransaction({
      gate: this.#options.gate,
      read: (path) => entries.get(path),
      documents: (collection) => documentsIn(entries, collection),
      readOnly,
    });
  }

  /** Nothing of it takes place when what was read has changed since. */
  async #commit(transaction: MemoryTransaction): Promise<void> {
    if (this.#options.atomic === false) {
      for (const write of transaction.writes) {
        await this.#options.gate();
        this.#applyAll([write]);
      }
      return;
    }
    if (this.#isOvertaken(transaction)) throw fault(codes.aborted, 'Too much contention on these documents.');
    if (transaction.writes.length > 0) this.#applyAll(transaction.writes);
  }

  #isOvertaken({ reads, queries }: MemoryTransaction): boolean {
    for (const [path, version] of reads) if ((this.#entries.get(path)?.version ?? 0) !== version) return true;
    const documents = (collection: string): Found[] => documentsIn(this.#entries, collection);
    return queries.some(({ query, found }) => versionsOf(query.of(documents)) !== found);
  }

  /** All of them or, when one is refused, none. */
  #applyAll(all: readonly Write[]): void {
    const after = new Map<string, Data | undefined>();
    requireSense(all);
    for (const { path, apply } of all) after.set(path, apply(after.has(path) ? after.get(path) : this.read(path)));
    for (const [path, data] of after) this.#store(path, data);
    this.#options.onCommit?.();
  }

  #store(path: string, data: Data | undefined): void {
    this.#version += 1;
    if (data === undefined) this.#entries.delete(path);
    else this.#entries.set(path, { data, version: this.#version });
  }
}

function documentsIn(entries: ReadonlyMap<string, Entry>, collection: string): Found[] {
  const found: Found[] = [];
  for (const [path, { data, version }] of entries) {
    if (path.startsWith(`${collection}/`) && !path.includes('/', collection.length + 1))
      found.push({ path, data, version });
  }
  return found;
}
