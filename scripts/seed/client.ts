import type { ApiInput, ApiOperation, ApiOutput } from '@tenantry/model/operations/api';
import type { DemoPerson } from './people.ts';

type Environment = Readonly<Record<string, string>>;
type Tokens = { readonly localId: string; readonly idToken: string; readonly refreshToken: string };

/** A demo person who is signed in, and calls operations as the web does. */
export class Client {
  readonly uid: string;
  readonly #environment: Environment;
  readonly #refreshToken: string;
  #idToken: string;

  private constructor(environment: Environment, { localId, idToken, refreshToken }: Tokens) {
    this.uid = localId;
    this.#environment = environment;
    this.#idToken = idToken;
    this.#refreshToken = refreshToken;
  }

  /** Signs in with Google as the Auth emulator plays it: with any name and address, which counts as verified. */
  static async signIn(environment: Environment, { name, email }: DemoPerson): Promise<Client> {
    const credential = JSON.stringify({ sub: email, email, email_verified: true, name });
    const tokens = await post<Tokens>(
      `${authentication(environment)}/identitytoolkit.googleapis.com/v1/accounts:signInWithIdp?key=local`,
      {
        postBody: `id_token=${encodeURIComponent(credential)}&providerId=google.com`,
        requestUri: 'http://127.0.0.1',
        returnSecureToken: true,
      },
    );
    return new Client(environment, tokens);
  }

  /** Takes up the claims of now; needed after joining a business. */
  async refresh(): Promise<this> {
    const { id_token: idToken } = await post<{ id_token: string }>(
      `${authentication(this.#environment)}/securetoken.googleapis.com/v1/token?key=local`,
      { grant_type: 'refresh_token', refresh_token: this.#refreshToken },
    );
    this.#idToken = idToken;
    return this;
  }

  /** Throws with the server's answer when it refuses. */
  async call<Name extends ApiOperation>(operation: Name, data: ApiInput<Name>): Promise<ApiOutput<Name>> {
    const url = `${this.#environment.FUNCTIONS_URL}/api/${operation}`;
    return (await post<{ result: ApiOutput<Name> }>(url, { data }, this.#idToken)).result;
  }
}

const authentication = (environment: Environment): string => `http://${environment.FIREBASE_AUTH_EMULATOR_HOST}`;

async function post<Output>(url: string, body: unknown, token?: string): Promise<Output> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Output;
}
