import type { Account } from '../account/account.ts';
import { apiVersion } from '../account/settings.ts';
import { badRequest, StripeFault, unauthorized, unknownPath } from './errors.ts';
import { expand, type Includable } from './expand.ts';
import { parseForm, type Fields } from './form.ts';
import type { Answer, Idempotency } from './idempotency.ts';
import { readAll } from './kinds.ts';
import { pageOf } from './listing.ts';
import type { Route } from './route.ts';

export type Request = {
  readonly method: string;
  /** With its query, without the host. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
};

export type Api = {
  readonly account: Account;
  readonly routes: readonly Route[];
  readonly includable: Includable;
  readonly idempotency: Idempotency;
  /** The only key that is let in; any test key when there is none. */
  readonly apiKey?: string | undefined;
};

/** Answers a request as Stripe would, errors included: it never throws for what the request says. */
export function answer(api: Api, request: Request): Answer {
  const requestId = api.account.ids.next('req', 14);
  const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined;
  let isBegun = false;
  try {
    authenticate(request, api.apiKey);
    if (key !== undefined) {
      const before = api.idempotency.begin(key, `${request.path} ${request.body}`, api.account.present());
      if (before) return before;
      isBegun = true;
    }
    api.account.caller = { id: requestId, idempotency_key: key ?? null };
    const done = answered(api.account, requestId, 200, run(api, request), key);
    if (key !== undefined) api.idempotency.end(key, done);
    return done;
  } catch (error) {
    if (!(error instanceof StripeFault)) {
      if (key !== undefined && isBegun) api.idempotency.end(key, undefined);
      throw error;
    }
    const refused = answered(api.account, requestId, error.status, { error: error.body }, key);
    // Stripe keeps no answer to what did not pass its checks of parameters; a card that was declined is an answer.
    if (key !== undefined && isBegun) api.idempotency.end(key, error.status === 402 ? refused : undefined);
    return refused;
  } finally {
    api.account.caller = { id: null, idempotency_key: null };
  }
}

function authenticate({ headers }: Request, apiKey: string | undefined): void {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (given === undefined)
    throw unauthorized(
      'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.',
    );
  const isRight = apiKey === undefined ? /^(sk|rk)_test_\w+$/.test(given) : given === apiKey;
  if (!isRight) throw unauthorized(`Invalid API Key provided: ${given.slice(0, 8)}********${given.slice(-4)}`);
  const version = headers['stripe-version'] ?? apiVersion;
  if (version !== apiVersion)
    throw badRequest(`Invalid Stripe API version: ${version}. The local Stripe double speaks ${apiVersion}.`);
}

function run({ account, routes, includable }: Api, request: Request): object {
  const [path = '', query = ''] = request.path.split('?', 2);
  for (const { method, path: pattern, table, isList, run: act } of routes) {
    if (method !== request.method) continue;
    const ids = pattern.exec(path)?.slice(1);
    if (!ids) continue;
    const params = readAll(fieldsOf(query, request.body), table);
    const found = act(account, params as never, ...ids) as object;
    const result = isList ? pageOf(found as readonly { readonly id: string }[], params, path) : found;
    const paths = 'expand' in params ? (params.expand as readonly string[]) : [];
    return expand(account, result, paths, includable);
  }
  throw unknownPath(request.method, path);
}

function fieldsOf(query: string, body: string): Fields {
  try {
    return parseForm(query && body ? `${query}&${body}` : query + body);
  } catch {
    throw badRequest('Invalid request: parameters contradict each other.');
  }
}

function answered(account: Account, requestId: string, status: number, body: object, key: string | undefined): Answer {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'request-id': requestId,
      'stripe-version': apiVersion,
      date: new Date(account.present() * 1000).toUTCString(),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  };
}
