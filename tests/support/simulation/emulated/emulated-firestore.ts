import type { DocumentReference, Firestore, Query, Transaction } from 'firebase-admin/firestore';
import { MemoryFirestore } from '../memory-firestore.ts';
import type { MemoryQuery } from '../memory/memory-query.ts';
import type { MemoryTransaction } from '../memory/memory-transaction.ts';
import type { Data } from '../memory/values.ts';

type Gate = () => Promise<void>;

/** Where a query of the emulators' is behind one that waits at the gate. */
const queries = new WeakMap<object, Query>();

/**
 * A database of the emulators in the place of the one in memory: every access passes the same gate and then goes there. What is put
 * there by the way goes before the next access; what is looked at afterwards is what `look` has brought. One that writes begins when no
 * other does: whoever waits for the emulator's locks waits for seconds.
 */
export class EmulatedFirestore extends MemoryFirestore {
  readonly #real: Firestore;
  readonly #gate: Gate;
  /** Settles when nobody holds a lock. */
  #turn: Promise<unknown> = Promise.resolve();
  /** All that was put there by the way. */
  #put: Promise<unknown> = Promise.resolve();

  constructor(real: Firestore, gate: Gate) {
    super({ gate });
    this.#real = real;
    this.#gate = gate;
  }

  override write(path: string, data: Data): void {
    super.write(path, data);
    this.#put = Promise.all([this.#put, this.#real.doc(path).set(data)]).then(() => undefined);
  }

  override doc(path: string): ReturnType<MemoryFirestore['doc']> {
    const real = this.#real.doc(path);
    const asked =
      <Given extends readonly unknown[], T>(ask: (...given: Given) => Promise<T>) =>
      async (...given: Given): Promise<T> => {
        await this.#pass();
        return ask(...given);
      };
    const doc = {
      path,
      id: real.id,
      get: asked(() => real.get()),
      create: asked((data: Data) => real.create(data)),
      set: asked((data: Data, { merge = false } = {}) => real.set(data, { merge })),
      update: asked((data: Data) => real.update(data)),
      delete: asked(() => real.delete()),
    };
    return doc as unknown as ReturnType<MemoryFirestore['doc']>;
  }

  override collection(path: string): MemoryQuery {
    return this.#asked(this.#real.collection(path));
  }

  override async runTransaction<T>(
    work: (transaction: MemoryTransaction) => Promise<T>,
    { maxAttempts = 5, readOnly = false }: { readonly maxAttempts?: number; readonly readOnly?: boolean } = {},
  ): Promise<T> {
    await this.#put;
    const whole = (): Promise<T> =>
      this.#real.runTransaction(
        async (transaction) => {
          const result = await work(this.#within(transaction));
          await this.#gate();
          return result;
        },
        readOnly ? { readOnly } : { maxAttempts },
      );
    if (readOnly) return whole();
    const turn = this.#turn.then(whole);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Brings here what is there, for `read` and `below`. */
  async look(): Promise<void> {
    await this.#put;
    const lookInto = async (place: Firestore | DocumentReference): Promise<void> => {
      for (const collection of await place.listCollections()) {
        const { docs } = await collection.get();
        for (const document of docs) super.write(document.ref.path, document.data());
        // One that is not there may hold some all the same.
        await Promise.all((await collection.listDocuments()).map(lookInto));
      }
    };
    await lookInto(this.#real);
  }

  async #pass(): Promise<void> {
    await this.#put;
    await this.#gate();
  }

  #asked(real: Query): MemoryQuery {
    const query = {
      where: (...given: Parameters<Query['where']>) => this.#asked(real.where(...given)),
      orderBy: (...given: Parameters<Query['orderBy']>) => this.#asked(real.orderBy(...given)),
      limit: (count: number) => this.#asked(real.limit(count)),
      startAfter: (...given: unknown[]) => this.#asked(real.startAfter(...given)),
      get: async () => {
        await this.#pass();
        return real.get();
      },
    };
    queries.set(query, real);
    return query as unknown as MemoryQuery;
  }

  #within(transaction: Transaction): MemoryTransaction {
    const at = ({ path }: { readonly path: string }): DocumentReference => this.#real.doc(path);
    const within = {
      get: async (wanted: { readonly path: string }) => {
        await this.#gate();
        const query = queries.get(wanted);
        return query ? transaction.get(query) : transaction.get(at(wanted));
      },
      getAll: async (...wanted: readonly { readonly path: string }[]) => {
        await this.#gate();
        return transaction.getAll(...wanted.map(at));
      },
      create: (doc: { readonly path: string }, data: Data) => transaction.create(at(doc), data),
      set: (doc: { readonly path: string }, data: Data, { merge = false } = {}) =>
        transaction.set(at(doc), data, { merge }),
      update: (doc: { readonly path: string }, data: Data) => transaction.update(at(doc), data),
      delete: (doc: { readonly path: string }) => transaction.delete(at(doc)),
    };
    return within as unknown as MemoryTransaction;
  }
}
