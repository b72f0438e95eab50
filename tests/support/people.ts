import { randomBytes } from 'node:crypto';
import type { ApiInput, ApiOperation, ApiOutput } from '@tenantry/model/operations/api';
import type { OperatorInput, OperatorOperation, OperatorOutput } from '@tenantry/model/operations/operator';
import { type Answer, callFunction } from './call-function.ts';
import { stack } from './stack.ts';

type Tokens = { readonly idToken: string; readonly refreshToken: string };

/** Somebody who is signed in at the Auth emulator with a verified address. */
export class Person {
  readonly uid: string;
  readonly email: string;
  #tokens: Tokens;

  constructor(uid: string, email: string, tokens: Tokens) {
    this.uid = uid;
    this.email = email;
    this.#tokens = tokens;
  }

  /** The token in use: it keeps the claims of when it was made until `refresh`. */
  get token(): string {
    return this.#tokens.idToken;
  }

  /** The claims in the token in use. */
  get claims(): Record<string, unknown> {
    return JSON.parse(Buffer.from(this.token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  }

  /** Takes a token with the claims of now. */
  async refresh(): Promise<this> {
    this.#tokens = await this.freshTokens();
    return this;
  }

  /** Tokens with the claims of now, as another device gets them; the one in use stays as it is. */
  async freshTokens(): Promise<Tokens> {
    const answer = await post<{ id_token: string; refresh_token: string }>('securetoken.googleapis.com/v1/token', {
      grant_type: 'refresh_token',
      refresh_token: this.#tokens.refreshToken,
    });
    return { idToken: answer.id_token, refreshToken: answer.refresh_token };
  }

  /** The same person with the token of now, which stays as it is when this one is refreshed. */
  withOldToken(): Person {
    return new Person(this.uid, this.email, this.#tokens);
  }

  /** Calls an operation and answers what came back, refusals included. */
  try<Name extends ApiOperation>(operation: Name, input: ApiInput<Name>): Promise<Answer<ApiOutput<Name>>> {
    return callFunction(`api/${operation}`, input, this.token);
  }

  /** Calls an operation with any input at all. */
  tryAnything(operation: string, input: unknown): Promise<Answer<unknown>> {
    return callFunction(`api/${operation}`, input, this.token);
  }

  /** Calls an operation that must succeed. */
  async call<Name extends ApiOperation>(operation: Name, input: ApiInput<Name>): Promise<ApiOutput<Name>> {
    return succeeded(operation, await this.try(operation, input));
  }

  tryOperator<Name extends OperatorOperation>(
    operation: Name,
    input: OperatorInput<Name>,
  ): Promise<Answer<OperatorOutput<Name>>> {
    return callFunction(`operator/${operation}`, input, this.token);
  }

  async callOperator<Name extends OperatorOperation>(
    operation: Name,
    input: OperatorInput<Name>,
  ): Promise<OperatorOutput<Name>> {
    return succeeded(operation, await this.tryOperator(operation, input));
  }
}

function succeeded<Output>(operation: string, answer: Answer<Output>): Output {
  if (answer.ok) return answer.result;
  throw new Error(
    `${operation} was refused: ${answer.status} ${answer.code} ${JSON.stringify(answer.details)} ${answer.message}`,
  );
}

/** Signs a new person in, as Google would: with a verified address unless told otherwise. */
export async function newPerson(
  name = 'person',
  { verified = true, email }: { verified?: boolean; email?: string } = {},
): Promise<Person> {
  const address = email ?? `${name}-${randomBytes(5).toString('hex')}@example.com`;
  const credential = { sub: address, email: address, email_verified: verified, name };
  const answer = await post<Tokens & { localId: string }>('identitytoolkit.googleapis.com/v1/accounts:signInWithIdp', {
    postBody: `id_token=${encodeURIComponent(JSON.stringify(credential))}&providerId=google.com`,
    requestUri: 'http://localhost',
    returnSecureToken: true,
    returnIdpCredential: true,
  });
  const person = new Person(answer.localId, address, answer);
  if (verified) return person;
  // The emulator trusts Google's addresses; one that is not verified is made so by hand.
  await post(
    `identitytoolkit.googleapis.com/v1/projects/${stack.project}/accounts:update`,
    { localId: answer.localId, emailVerified: false },
    'owner',
  );
  return person.refresh();
}

/** A business of a new owner, whose token holds the claim. */
export async function newTenant(name = 'Shop'): Promise<{ owner: Person; tenantId: string; slug: string }> {
  const owner = await newPerson('owner');
  const slug = `shop-${randomBytes(6).toString('hex')}`;
  const { tenantId } = await owner.call('createTenant', { name, slug, currency: 'EUR' });
  await owner.refresh();
  return { owner, tenantId, slug };
}

async function post<Output>(path: string, body: object, bearer?: string): Promise<Output> {
  const response = await fetch(`${stack.auth}/${path}?key=test`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Output;
}
