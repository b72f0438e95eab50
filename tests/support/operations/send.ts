import http from 'node:http';
import type { ErrorDetails } from '@tenantry/model/errors';
import { stack } from '../stack.ts';

/** A request to a function, down to what an SDK would never send. */
export type Request = {
  /** Below the functions' own address: `api/createTenant`. */
  readonly path: string;
  readonly authorization?: string | undefined;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The text of the body as it stands. */
  readonly body: string;
};

/** What came back. `reason` is `ok`, one of the closed list, or `none` when the answer names none. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly reason: string;
  readonly code: string;
  readonly details: Partial<ErrorDetails>;
  readonly result: unknown;
};

/**
 * The Functions emulator serves sixteen requests of a function at once. Connections are not kept: on a busy machine it
 * closes one in the moment in which it is taken up again, and nobody knows whether the call was heard.
 */
const agent = new http.Agent({ keepAlive: false, maxSockets: 16 });
/** What differs from one answer to the next whatever is asked. */
const volatileHeaders: ReadonlySet<string> = new Set(['date']);

/** Sends one request as it stands. Rejects when no answer comes. */
export function send({ path, authorization, method = 'POST', headers, body }: Request): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = http.request(
      `${stack.functions}/${path}`,
      {
        method,
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          ...(authorization === undefined ? {} : { authorization }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve(toReply(response, Buffer.concat(chunks).toString())));
      },
    );
    sent.setTimeout(60_000, () => sent.destroy(new Error(`${path} is not answered.`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Calls an operation by the callable protocol. */
export function call(path: string, input: unknown, authorization?: string): Promise<Reply> {
  return send({ path, authorization, body: JSON.stringify({ data: input }) });
}

/** The answer as somebody sees it who compares two of them: status, headers and body. */
export function bytesOf({ status, headers, text }: Reply): string {
  return JSON.stringify([status, headers, text]);
}

function toReply({ statusCode = 0, headers: received }: http.IncomingMessage, text: string): Reply {
  const headers = Object.fromEntries(
    Object.entries(received)
      .filter(([name]) => !volatileHeaders.has(name))
      .map(([name, value]) => [name, String(value)]),
  );
  const { result, error } = parsed(text);
  const ok = error === undefined && statusCode === 200;
  return {
    status: statusCode,
    headers,
    text,
    reason: ok ? 'ok' : (error?.details?.reason ?? 'none'),
    code: error?.status?.toLowerCase().replaceAll('_', '-') ?? '',
    details: error?.details ?? {},
    result,
  };
}

type Body = { result?: unknown; error?: { status?: string; details?: Partial<ErrorDetails> } };

function parsed(text: string): Body {
  try {
    const body = JSON.parse(text) as unknown;
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
