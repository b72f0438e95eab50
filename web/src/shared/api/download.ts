import { errorCodes, type ErrorCode, type ErrorDetails } from '@tenantry/model/errors';
import type { Download } from '@tenantry/model/operations/downloads';
import { appCheckToken } from '../firebase/app-check.ts';
import { auth } from '../firebase/auth.ts';
import { OperationError } from './operation-error.ts';

type Wish = {
  readonly tenantId: string;
  /** Told how many lines have come so far. */
  readonly onProgress: (lines: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Takes something of a business away: JSON Lines, whole. Throws `OperationError`: what the server refuses, or `unavailable` when the
 * line broke or what came lacks its end.
 */
export async function download(name: Download, { tenantId, onProgress, signal }: Wish): Promise<Blob> {
  const response = await ask(`/${name}?tenantId=${encodeURIComponent(tenantId)}`, signal);
  if (!response.ok || !response.body) throw await refusalOf(response);
  const parts: Blob[] = [];
  let lines = 0;
  let ending = '';
  try {
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      parts.push(new Blob([chunk]));
      lines += chunk.split('\n').length - 1;
      ending = (ending + chunk).slice(-200);
      onProgress(lines);
    }
  } catch {
    throw new OperationError('unavailable');
  }
  // What was cut off must not be taken for the whole.
  if (!/\n\{"end":true,"documents":\d+\}\n$/.test(ending)) throw new OperationError('unavailable');
  return new Blob(parts, { type: 'application/x-ndjson' });
}

async function ask(url: string, signal: AbortSignal): Promise<Response> {
  try {
    const [idToken, checkToken] = await Promise.all([auth.currentUser?.getIdToken(), appCheckToken()]);
    return await fetch(url, {
      signal,
      headers: {
        ...(idToken && { authorization: `Bearer ${idToken}` }),
        ...(checkToken && { 'x-firebase-appcheck': checkToken }),
      },
    });
  } catch {
    throw new OperationError('unavailable');
  }
}

async function refusalOf(response: Response): Promise<OperationError> {
  const answer = (await response.json().catch(() => ({}))) as {
    error?: { status?: string; details?: Partial<ErrorDetails> };
  };
  const code = answer.error?.status?.toLowerCase().replaceAll('_', '-') ?? '';
  const isOurs = (errorCodes as readonly string[]).includes(code);
  return new OperationError(isOurs ? (code as ErrorCode) : 'unavailable', answer.error?.details ?? {});
}
