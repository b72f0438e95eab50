import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { SMTPServer } from 'smtp-server';
import PostalMime from 'postal-mime';
import type { Ports } from '../stack/ports.ts';
import { signInLinks } from './sign-in-links.ts';

/** A mail as `GET /messages` shows it. `to` holds its addresses, separated by commas; `at` is an ISO time. */
export type Message = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: string;
};

/**
 * Takes every mail and delivers none: SMTP in, JSON out. Also shows the Auth emulator's sign-in links as mails, since it
 * sends none itself. Listens on 127.0.0.1 only.
 */
export async function startMailbox(ports: Pick<Ports, 'mailbox' | 'smtp' | 'auth'>): Promise<{ close: () => void }> {
  const received: Message[] = [];
  const receive = callbackify(async (stream: Readable, to: string) => {
    received.push(await parse(await buffer(stream), to, received.length));
  });
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, { envelope }, done) => {
      const to = envelope.rcptTo.map(({ address }) => address).join(', ');
      receive(stream, to, (error) => done(error));
    },
  });
  // A client that goes away mid-sentence is no reason to stop.
  smtp.on('error', () => undefined);

  const links = signInLinks(`127.0.0.1:${ports.auth}`);
  const http = createServer((request, response) => {
    respond(request, received, links).then(
      ({ status, body }) => send(response, status, body),
      (error: unknown) => send(response, 500, { error: String(error) }),
    );
  });
  smtp.listen(ports.smtp, '127.0.0.1');
  http.listen(ports.mailbox, '127.0.0.1');
  await Promise.all([once(http, 'listening'), once(smtp.server, 'listening')]);
  return {
    close: () => {
      smtp.close(() => undefined);
      http.close();
      http.closeAllConnections();
    },
  };
}

async function parse(raw: Buffer, to: string, index: number): Promise<Message> {
  const { subject = '', text = '', html = '' } = await PostalMime.parse(raw);
  return { id: `mail-${index + 1}`, to, subject, text: text.trimEnd(), html, at: new Date().toISOString() };
}

type Links = ReturnType<typeof signInLinks>;

async function respond(
  request: IncomingMessage,
  received: Message[],
  links: Links,
): Promise<{ status: number; body?: unknown }> {
  const url = new URL(request.url ?? '/', 'http://mailbox');
  if (request.method === 'OPTIONS') return { status: 204 };
  if (url.pathname !== '/messages') return { status: 404, body: { error: 'There is /messages, with ?to=<address>.' } };
  if (request.method === 'DELETE') {
    received.length = 0;
    await links.clear();
    return { status: 204 };
  }
  if (request.method !== 'GET') return { status: 405, body: { error: 'GET or DELETE.' } };
  const to = url.searchParams.get('to')?.toLowerCase();
  const all = [...received, ...(await links.list())];
  const wanted = to === undefined ? all : all.filter((message) => message.to.toLowerCase().split(', ').includes(to));
  return { status: 200, body: newestFirst(wanted) };
}

/** Newest first; of the same instant, the one that came later. */
export function newestFirst(messages: readonly Message[]): readonly Message[] {
  return messages.toReversed().toSorted((a, b) => b.at.localeCompare(a.at));
}

function send(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, DELETE, OPTIONS',
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
