import type { ErrorDetails } from '@tenantry/model/errors';
import { stack } from './stack.ts';

/** What a callable answered. `code` is the protocol's, in lower case with hyphens, as the model names it. */
export type Answer<Output> =
  | { readonly ok: true; readonly status: number; readonly result: Output }
  | {
      readonly ok: false;
      readonly status: number;
      readonly code: string;
      readonly message: string;
      readonly details: Partial<ErrorDetails>;
      readonly text: string;
    };

/** Calls a function by the callable protocol, as a client without an SDK would. */
export async function callFunction<Output>(path: string, input: unknown, token?: string): Promise<Answer<Output>> {
  const response = await fetch(`${stack.functions}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ data: input }),
  });
  const text = await response.text();
  const body = JSON.parse(text) as {
    result?: Output;
    error?: { status: string; message: string; details?: Partial<ErrorDetails> };
  };
  // What ended without an answer of the protocol is no answer: a function that was killed, an emulator that is busy.
  if (!response.ok && typeof body.error?.status !== 'string') throw new Error(`${path}: ${response.status} ${text}`);
  if (body.error === undefined) return { ok: true, status: response.status, result: body.result as Output };
  return {
    ok: false,
    status: response.status,
    code: body.error.status.toLowerCase().replaceAll('_', '-'),
    message: body.error.message,
    details: body.error.details ?? {},
    text,
  };
}
