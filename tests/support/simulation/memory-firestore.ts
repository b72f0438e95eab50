type Data = Readonly<Record<string, unknown>>;
type Entry = { readonly data: Data; readonly version: number };
type Write = { readonly path: string; readonly apply: (before: Data | undefined) => Data | undefined };

/** gRPC's codes, as the SDK throws them. */
const codes = { notFound: 5, alreadyExists: 6, aborted: 10 } as const;

function fault(code: number, message: string): Error {
  return Object.assign(new Error(message), { code });
}

export type MemoryOptions = {
  /** What every access waits for. */
  readonly gate: () => Promise<void>;
  /** Without it writes land one by one, whatever changed since the reads: a database without transactions. */
  readonly atomic?: boolean;
  /** Called after each commit. */
  readonly onCommit?: () => void;
};

/**
 * The part of the Admin SDK's Firestore that the functions' repository uses, in memory. Transactions are serializable: one whose reads
 * were overtaken runs again. Documents are never changed in place.
 */
export class MemoryFirestore {
  readonly #entries = new Map<string, Entry>();
  readonly #options: MemoryOptions;
  #version = 0;

  constructor(options: MemoryOptions) {
    this.#options = options;
  }

  doc(path: string) {
    return {
      path,
      id: path.slice(path.lastIndexOf('/') + 1),
      get: async () => {
        await this.#options.gate();
        return snapshot(path, this.read(path));
      },
    };
  }

  collection(path: string): MemoryQuery {
    return new MemoryQuery(path, (matches) => this.#find(path, matches, this.#entries), this.#options.gate);
  }

  async runTransaction<T>(
    work: (transaction: MemoryTransaction) => Promise<T>,
    { maxAttempts = 5, readOnly = false }: { readonly maxAttempts?: number; readonly readOnly?: boolean } = {},
  ): Promise<T> {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const transaction = this.#begin(readOnly ? new Map(this.#entries) : this.#entries);
      const result = await work(transaction);
      await this.#options.gate();
      if (readOnly || (await this.#commit(transaction))) return result;
    }
    throw fault(codes.aborted, 'Too much contention on these documents.');
  }

  /** A document as it is now. */
  read(path: string): Data | undefined {
    return this.#entries.get(path)?.data;
  }

  /** Puts a document there, by the way. */
  write(path: string, data: Data): void {
    this.#store(path, data);
  }

  /** Every document whose path begins so. */
  below(prefix: string): ReadonlyMap<string, Data> {
    return new Map([...this.#entries].flatMap(([path, { data }]) => (path.startsWith(prefix) ? [[path, data]] : [])));
  }

  #begin(entries: ReadonlyMap<string, Entry>): MemoryTransaction {
    return new MemoryTransaction(
      this.#options.gate,
      (path) => entries.get(path),
      (path, matches) => this.#find(path, matches, entries),
    );
  }

  /** Answers whether it took place; nothing of it did when what was read has changed since. */
  async #commit({ reads, writes }: MemoryTransaction): Promise<boolean> {
    if (this.#options.atomic === false) {
      for (const write of writes) {
        await this.#options.gate();
        this.#apply(write);
        this.#options.onCommit?.();
      }
      return true;
    }
    for (const [path, version] of reads) if ((this.#entries.get(path)?.version ?? 0) !== version) return false;
    for (const write of writes) this.#apply(write);
    this.#options.onCommit?.();
    return true;
  }

  #apply({ path, apply }: Write): void {
    this.#store(path, apply(this.read(path)));
  }

  #store(path: string, data: Data | undefined): void {
    this.#version += 1;
    if (data === undefined) this.#entries.delete(path);
    else this.#entries.set(path, { data, version: this.#version });
  }

  #find(collection: string, matches: Matches, entries: ReadonlyMap<string, Entry>): Found[] {
    const found: Found[] = [];
    for (const [path, { data, version }] of entries) {
      const isIn = path.startsWith(`${collection}/`) && !path.includes('/', collection.length + 1);
      if (isIn && matches(data)) found.push({ path, data, version });
    }
    return found;
  }
}

type Found = { readonly path: string; readonly data: Data; readonly version: number };
type Matches = (data: Data) => boolean;

class MemoryTransaction {
  readonly reads = new Map<string, number>();
  readonly writes: Write[] = [];
  readonly #gate: () => Promise<void>;
  readonly #read: (path: string) => Entry | undefined;
  readonly #find: (collection: string, matches: Matches) => Found[];

  constructor(
    gate: () => Promise<void>,
    read: (path: string) => Entry | undefined,
    find: (collection: string, matches: Matches) => Found[],
  ) {
    this.#gate = gate;
    this.#read = read;
    this.#find = find;
  }

  async get(wanted: { readonly path: string } | MemoryQuery) {
    if (this.writes.length > 0) throw new Error('Firestore demands that reads come before writes.');
    await this.#gate();
    if (!(wanted instanceof MemoryQuery)) return this.#snapshot(wanted.path);
    const found = wanted.of(this.#find(wanted.path, wanted.matches));
    for (const { path, version } of found) this.reads.set(path, version);
    return { docs: found.map(({ path, data }) => snapshot(path, data)), size: found.length };
  }

  async getAll(...wanted: readonly { readonly path: string }[]) {
    if (this.writes.length > 0) throw new Error('Firestore demands that reads come before writes.');
    await this.#gate();
    return wanted.map(({ path }) => this.#snapshot(path));
  }

  create({ path }: { readonly path: string }, data: Data): void {
    this.writes.push({
      path,
      apply: (before) => {
        if (before !== undefined) throw fault(codes.alreadyExists, `${path} exists.`);
        return data;
      },
    });
  }

  set({ path }: { readonly path: string }, data: Data): void {
    this.writes.push({ path, apply: () => data });
  }

  update({ path }: { readonly path: string }, data: Data): void {
    this.writes.push({
      path,
      apply: (before) => {
        if (before === undefined) throw fault(codes.notFound, `${path} does not exist.`);
        return { ...before, ...data };
      },
    });
  }

  delete({ path }: { readonly path: string }): void {
    this.writes.push({ path, apply: () => undefined });
  }

  #snapshot(path: string) {
    const entry = this.#read(path);
    this.reads.set(path, entry?.version ?? 0);
    return snapshot(path, entry?.data);
  }
}

class MemoryQuery {
  readonly path: string;
  readonly #run: (matches: Matches) => Found[];
  readonly #gate: () => Promise<void>;
  readonly #conditions: Matches[] = [];
  readonly #orders: string[] = [];
  #limit = Infinity;

  constructor(path: string, run: (matches: Matches) => Found[], gate: () => Promise<void>) {
    this.path = path;
    this.#run = run;
    this.#gate = gate;
  }

  readonly matches: Matches = (data) => this.#conditions.every((condition) => condition(data));

  where(field: string, operator: string, value: unknown): this {
    const compare = comparisons[operator];
    if (!compare) throw new Error(`This database knows no ${operator}.`);
    this.#conditions.push((data) => compare(ordinal(data[field]), ordinal(value)));
    return this;
  }

  orderBy(field: string): this {
    this.#orders.push(field);
    return this;
  }

  limit(count: number): this {
    this.#limit = count;
    return this;
  }

  of(found: readonly Found[]): Found[] {
    const keys = ({ path, data }: Found): unknown[] =>
      this.#orders.map((field) => (field === '__name__' ? path : ordinal(data[field])));
    const ordered = found.toSorted((a, b) => (JSON.stringify(keys(a)) < JSON.stringify(keys(b)) ? -1 : 1));
    return ordered.slice(0, this.#limit);
  }

  async get() {
    await this.#gate();
    const docs = this.of(this.#run(this.matches)).map(({ path, data }) => snapshot(path, data));
    return { docs, size: docs.length };
  }
}

/** As Firestore does, a comparison with nothing or with another kind of value finds nothing. */
const comparisons: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
  '==': (a, b) => a === b,
  '<=': (a, b) => typeof a === typeof b && typeof a === 'number' && a <= Number(b),
};

/** A moment by its milliseconds, anything else as it is. */
function ordinal(value: unknown): unknown {
  const isMoment = typeof value === 'object' && value !== null && 'toMillis' in value;
  return isMoment ? (value as { toMillis(): number }).toMillis() : value;
}

function snapshot(path: string, data: Data | undefined) {
  return { id: path.slice(path.lastIndexOf('/') + 1), exists: data !== undefined, data: () => data };
}
