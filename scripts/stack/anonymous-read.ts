import { project } from '../paths.ts';

/**
 * What is wrong with the Firestore emulator's answer to somebody who is not signed in, or undefined when it refuses as it
 * must: an emulator that found no rules allows everything, one whose rules don't compile answers every request with 400.
 */
export async function faultOfAnonymousRead(host: string): Promise<string | undefined> {
  const document = `http://${host}/v1/projects/${project}/databases/(default)/documents/tenants/anonymous-probe`;
  const answer = await fetch(document, { signal: AbortSignal.timeout(60_000) });
  const text = await answer.text();
  if (answer.status === 403) return undefined;
  if (answer.status === 400) return `firestore.rules is refused by the emulator: ${messageIn(text)}`;
  return `The Firestore emulator answers an anonymous read with ${answer.status}, not with a refusal: no rules are in force.`;
}

function messageIn(text: string): string {
  try {
    return (JSON.parse(text) as { error: { message: string } }).error.message;
  } catch {
    return text;
  }
}
