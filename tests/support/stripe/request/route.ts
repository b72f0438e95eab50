import type { Account } from '../account/account.ts';
import type { Parsed, Table } from './kinds.ts';

export type Method = 'GET' | 'POST' | 'DELETE';

/** An endpoint: what it takes, and the object or the list that it answers. */
export type Route = {
  readonly method: Method;
  readonly path: RegExp;
  readonly table: Table;
  readonly isList: boolean;
  readonly run: (account: Account, params: never, ...ids: string[]) => unknown;
};

/** Where Stripe has a word for something to do, it is no id: what is not done here must not look like an object that is not there. */
const idPattern = '((?!(?:create_preview|search|upcoming)$)[\\w-]+)';

const toPattern = (path: string): RegExp => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(':id', idPattern)}$`);

/** `:id` in the path is handed on, in order. */
export function route<T extends Table>(
  line: `${Method} /v1/${string}`,
  table: T,
  run: (account: Account, params: Parsed<T>, ...ids: string[]) => object,
): Route {
  return { ...head(line), table, isList: false, run };
}

type Listed = { readonly id: string };

/** Everything that fits, newest first: pages are made of it. */
export function listRoute<T extends Table>(
  line: `GET /v1/${string}`,
  table: T,
  run: (account: Account, params: Parsed<T>, ...ids: string[]) => readonly Listed[],
): Route {
  return { ...head(line), table, isList: true, run };
}

function head(line: string): Pick<Route, 'method' | 'path'> {
  const [method, path = ''] = line.split(' ');
  return { method: method === 'GET' || method === 'DELETE' ? method : 'POST', path: toPattern(path) };
}
