import type { ErrorDetails } from '@tenantry/model/errors';
import { stack } from './stack.ts';

export type Line = { readonly path: string; readonly data: Record<string, unknown> };
/** An export as it came, or the refusal. */
export type Exported = {
  readonly status: number;
  readonly headers: Headers;
  readonly head?: Record<string, unknown>;
  readonly documents: readonly Line[];
  readonly end?: Record<string, unknown>;
  readonly reason: ErrorDetails['reason'] | undefined;
  readonly text: string;
};

/** Asks for the export of a business, with a token or with none. */
export async function exportOf(tenantId: string, token?: string): Promise<Exported> {
  const response = await fetch(`${stack.functions}/exportTenant?tenantId=${encodeURIComponent(tenantId)}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  const { status, headers } = response;
  if (!response.ok) {
    const { error } = JSON.parse(text) as { error: { details?: Partial<ErrorDetails> } };
    return { status, headers, documents: [], reason: error.details?.reason, text };
  }
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const [head, ...rest] = lines;
  const end = rest.pop();
  return {
    status,
    headers,
    ...(head && { head }),
    documents: rest as unknown as Line[],
    ...(end && { end }),
    reason: undefined,
    text,
  };
}
