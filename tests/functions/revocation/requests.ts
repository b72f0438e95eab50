import type { Tried } from '../../support/revocation/hammer.ts';
import { stack } from '../../support/stack.ts';

/** `projects/…/documents` of the stack. */
export const documents = () => `projects/${stack.project}/databases/(default)/documents`;

/** One request of Firestore's REST interface under the rules, with a token and no more. */
export async function ask(token: string, path: string, body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(`${stack.firestore}/v1/${documents()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

/** The same, judged. Throws for an answer that is neither of yes, no and busy: it would pass for a denial. */
export async function tryRequest(token: string, path: string, body: object): Promise<Tried> {
  const { status, text } = await ask(token, path, body);
  if (status === 200) return { outcome: 'done', why: '', at: servedAt(text) };
  if (status === 403 && text.includes('PERMISSION_DENIED')) return { outcome: 'refused', why: 'denied', at: undefined };
  if (status === 409) return { outcome: 'busy', why: 'contention', at: undefined };
  throw new Error(`${path} is neither allowed nor denied: ${status} ${text}`);
}

/** Microseconds since the epoch of a time as Firestore spells it; whole, so that two commits can be told apart. */
export function micros(time: string): number {
  const fraction = /\.(\d+)Z$/u.exec(time)?.[1] ?? '';
  return Math.floor(Date.parse(time) / 1_000) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** When a read read, or a commit committed. */
function servedAt(text: string): number | undefined {
  const times = [...text.matchAll(/"(?:readTime|commitTime)":\s*"([^"]+)"/gu)].map(([, time = '']) => micros(time));
  return times.length > 0 ? Math.max(...times) : undefined;
}
