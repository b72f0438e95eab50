import { deleteApp, initializeApp } from 'firebase/app';
import {
  collection,
  connectFirestoreEmulator,
  doc,
  type Firestore,
  getFirestore,
  limit,
  onSnapshot,
  orderBy,
  query,
  setLogLevel,
  where,
} from 'firebase/firestore';
import { randomUUID } from 'node:crypto';
import type { Person } from '../../support/people.ts';
import { stack } from '../../support/stack.ts';
import type { Aim } from './attempts.ts';

// That listeners are refused is what is asked for.
setLogLevel('silent');

/** What a listener of the browser's SDK was given: texts of documents, and the error that ended it. */
export type Heard = { readonly what: string; readonly texts: string[]; began: boolean; ended: string | undefined };

/** A browser of one person, whose token stays what it was. */
export class Browser {
  readonly heard: Heard[] = [];
  readonly #database: Firestore;
  readonly #aim: Aim;

  constructor(person: Person, aim: Aim) {
    const [host = '', port = ''] = new URL(stack.firestore).host.split(':');
    this.#database = getFirestore(initializeApp({ projectId: stack.project }, randomUUID()));
    connectFirestoreEmulator(this.#database, host, Number(port), { mockUserToken: person.token });
    this.#aim = aim;
  }

  /** Listens to everything that `watched` names. */
  listen(): void {
    for (const what of Object.keys(watched) as Watched[]) this.listenTo(what);
  }

  listenTo(what: Watched): Heard {
    const heard: Heard = { what, texts: [], began: false, ended: undefined };
    this.heard.push(heard);
    const target = watched[what](this.#database, this.#aim);
    const told = (data: unknown) => {
      heard.began = true;
      heard.texts.push(JSON.stringify(data ?? null));
    };
    const failed = ({ code }: { code: string }) => void (heard.ended = code);
    if (target.type === 'document') onSnapshot(target, (snapshot) => told(snapshot.data()), failed);
    else onSnapshot(target, (snapshot) => told(snapshot.docs.map((each) => each.data())), failed);
    return heard;
  }

  close(): Promise<void> {
    return deleteApp(this.#database.app);
  }
}

const tenant = ({ tenantId }: Aim) => `tenants/${tenantId}`;
const products = (db: Firestore, aim: Aim) => collection(db, `${tenant(aim)}/products`);

/** Single documents and queries of every kind that a page asks. */
const watched = {
  'one product': (db: Firestore, aim: Aim) => doc(db, `${tenant(aim)}/products/${aim.productId}`),
  'one order': (db: Firestore, aim: Aim) => doc(db, `${tenant(aim)}/orders/${aim.orderId}`),
  'the business': (db: Firestore, aim: Aim) => doc(db, tenant(aim)),
  'its profile': (db: Firestore, aim: Aim) => doc(db, `${tenant(aim)}/public/profile`),
  'all products': products,
  'products for sale': (db: Firestore, aim: Aim) => query(products(db, aim), where('status', '==', 'published')),
  'products by name': (db: Firestore, aim: Aim) => query(products(db, aim), orderBy('name'), limit(20)),
  'all orders': (db: Firestore, aim: Aim) => collection(db, `${tenant(aim)}/orders`),
  'orders of nobody': (db: Firestore, aim: Aim) =>
    query(collection(db, `${tenant(aim)}/orders`), where('customerUid', '==', null)),
  'notes of an order': (db: Firestore, aim: Aim) => collection(db, `${tenant(aim)}/orders/${aim.orderId}/notes`),
} as const;

export type Watched = keyof typeof watched;
export const watchedCount = Object.keys(watched).length;
