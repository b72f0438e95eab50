import type { Person } from './people.ts';
import { stack } from './stack.ts';

/** The HTTP status that the rules answer to somebody who gets a document with the token in use. */
export async function readAs({ token }: Pick<Person, 'token'>, path: string): Promise<number> {
  const url = `${stack.firestore}/v1/projects/${stack.project}/databases/(default)/documents/${path}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  await response.text();
  return response.status;
}
