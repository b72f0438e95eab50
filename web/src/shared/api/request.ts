import { type ErrorCode, type ErrorDetails, errorCodes } from '@tenantry/model/errors';
import { appCheckToken } from '../firebase/app-check.ts';
import { auth } from '../firebase/auth.ts';
import { OperationError } from './operation-error.ts';

type Answer = { result?: unknown; error?: { status?: string; details?: Partial<ErrorDetails> } };

/** One call of a callable's operation on the site's own origin. Throws `OperationError`, never anything else. */
export async function request(callable: 'api' | 'operator', operation: string, input: unknown): Promise<unknown> {
  const answer = await send(`/${callable}/${operation}`, input);
  if (answer.error) throw new OperationError(codeOf(answer.error.status), answer.error.details ?? {});
  return answer.result;
}

async function send(url: string, input: unknown): Promise<Answer> {
  try {
    const [idToken, checkToken] = await Promise.all([auth.currentUser?.getIdToken(), appCheckToken()]);
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(idToken && { authorization: `Bearer ${idToken}` }),
        ...(checkToken && { 'x-firebase-appcheck': checkToken }),
      },
      body: JSON.stringify({ data: input }),
    });
    return (await response.json()) as Answer;
  } catch {
    throw new OperationError('unavailable');
  }
}

/** `PERMISSION_DENIED` of the protocol is `permission-denied` of ours; anything outside our list means that something broke. */
function codeOf(status: string | undefined): OperationError['code'] {
  const code = status?.toLowerCase().replaceAll('_', '-');
  return (errorCodes as readonly string[]).includes(code ?? '') ? (code as ErrorCode) : 'unavailable';
}
