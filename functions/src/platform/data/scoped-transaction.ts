import type {
  DocumentData,
  DocumentReference,
  DocumentSnapshot,
  Firestore,
  Query,
  Transaction,
  UpdateData,
} from 'firebase-admin/firestore';
import type { DeclaredQuery } from './declared-query.ts';
import type { DocumentPath } from './documents.ts';

/** A document that a query found. */
export type Found<Data> = { readonly id: string; readonly data: Data };

type Plane = 'tenant' | 'control';

/** Documents that go as one question. */
type Question = { readonly asked: DocumentReference[]; readonly answers: Promise<readonly DocumentSnapshot[]> };

/**
 * A transaction that can reach one plane below one prefix and nothing else: `tenants/{t}/…` for a tenant,
 * the registers and ledgers for the control plane. Reads come before writes, as Firestore demands.
 */
export class ScopedTransaction<P extends Plane> {
  readonly #transaction: Transaction;
  readonly #database: Firestore;
  readonly #plane: P;
  readonly #prefix: string;
  #question: Question | undefined;

  constructor(transaction: Transaction, database: Firestore, plane: P, prefix: string) {
    this.#transaction = transaction;
    this.#database = database;
    this.#plane = plane;
    this.#prefix = prefix;
  }

  /** The document, or `undefined` when there is none. All that are asked for in one breath are one round trip. */
  async get<Data>(path: DocumentPath<P, Data>): Promise<Data | undefined> {
    const reference = this.#document(path);
    const { asked, answers } = (this.#question ??= this.#ask());
    const place = asked.push(reference) - 1;
    return (await answers)[place]?.data() as Data | undefined;
  }

  /** Several documents in one round trip, in the order asked for. */
  getAll<Data>(paths: readonly DocumentPath<P, Data>[]): Promise<(Data | undefined)[]> {
    return Promise.all(paths.map((path) => this.get(path)));
  }

  /** The documents of a collection that match a declared query; a value for each of its conditions, in order. */
  async find<Data>(
    collection: DocumentPath<P, Data>,
    { collection: declaredFor, where, orderBy }: DeclaredQuery,
    values: readonly unknown[] = [],
    limit?: number,
  ): Promise<Found<Data>[]> {
    const path = this.#absolute(collection, 1);
    if (!path.endsWith(`/${declaredFor}`) && path !== declaredFor) {
      throw new Error(`A query of ${declaredFor} was asked of "${path}".`);
    }
    if (values.length !== where.length) throw new Error(`A query of ${declaredFor} lacks values for its conditions.`);
    let query: Query = this.#database.collection(path);
    for (const [index, [field, operator]] of where.entries()) query = query.where(field, operator, values[index]);
    for (const [field, direction] of orderBy) query = query.orderBy(field, direction);
    if (limit !== undefined) query = query.limit(limit);
    const snapshot = await this.#transaction.get(query);
    return snapshot.docs.map((document) => ({ id: document.id, data: document.data() as Data }));
  }

  /** Writes a document that must not exist yet; the commit fails when it does. */
  create<Data extends object>(path: DocumentPath<P, Data>, data: NoInfer<Data>): void {
    this.#transaction.create(this.#document(path), data);
  }

  /** Writes a whole document, whether it exists or not. */
  set<Data extends object>(path: DocumentPath<P, Data>, data: NoInfer<Data>): void {
    this.#transaction.set(this.#document(path), data);
  }

  /** Writes some fields, making the document when it does not exist. */
  merge<Data extends object>(path: DocumentPath<P, Data>, data: Partial<NoInfer<Data>>): void {
    this.#transaction.set(this.#document(path), data as DocumentData, { merge: true });
  }

  /** Replaces some top-level fields of a document that exists. */
  update<Data extends object>(path: DocumentPath<P, Data>, data: Partial<NoInfer<Data>>): void {
    this.#transaction.update(this.#document(path), data as UpdateData<DocumentData>);
  }

  delete<Data>(path: DocumentPath<P, Data>): void {
    this.#transaction.delete(this.#document(path));
  }

  /** A question that is sent when whoever asks now has asked for all that they want. */
  #ask(): Question {
    const asked: DocumentReference[] = [];
    const answers = Promise.resolve().then(() => {
      this.#question = undefined;
      return this.#transaction.getAll(...asked);
    });
    return { asked, answers };
  }

  #document<Data>(path: DocumentPath<P, Data>): DocumentReference {
    return this.#database.doc(this.#absolute(path, 0));
  }

  /** Refuses a path of the other plane or of the wrong depth, whatever ids were put into it. */
  #absolute<Data>({ plane, path }: DocumentPath<P, Data>, remainder: 0 | 1): string {
    const absolute = [this.#prefix, path].filter((part) => part !== '').join('/');
    const segments = absolute.split('/');
    const astray = plane !== this.#plane || (plane === 'control') === (segments[0] === 'tenants');
    if (astray || segments.some((segment) => ['', '.', '..'].includes(segment)) || segments.length % 2 !== remainder) {
      throw new Error(`The ${this.#plane} repository cannot reach "${path}".`);
    }
    return absolute;
  }
}

export type TenantTransaction = ScopedTransaction<'tenant'>;
export type ControlTransaction = ScopedTransaction<'control'>;
