import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createStripeDouble, type StripeDouble } from '../double.ts';
import type { WebhookCall } from '../webhooks/delivery.ts';
import { control } from './control.ts';

export type Serving = {
  readonly port: number;
  readonly webhook: { readonly url: string; readonly secret: string };
  readonly apiKey?: string;
  /** What was saved before, to go on from. */
  readonly stateFile?: string | undefined;
};
export type Served = {
  readonly double: StripeDouble;
  readonly save: (file: string) => void;
  readonly close: () => void;
};

/** Seconds until each further attempt: who develops does not wait an hour. */
const backoff = [0.5, 1, 2, 5, 10, 30, 60, 300];
const webhookTimeout = 20_000;

/** The double on a port of this machine: Stripe's API, its pages, webhooks that are delivered, and `/_double/…` to steer it. */
export async function serveStripeDouble({ port, webhook, apiKey, stateFile }: Serving): Promise<Served> {
  const double = createStripeDouble({
    webhook: { ...webhook, send, backoff, concurrency: 4 },
    pagesUrl: `http://127.0.0.1:${port}`,
    ...(apiKey ? { apiKey } : {}),
  });
  if (stateFile && existsSync(stateFile))
    double.load(JSON.parse(readFileSync(stateFile, 'utf8')) as ReturnType<StripeDouble['save']>);
  const pump = (): void =>
    void double.webhooks.pump().catch((error: unknown) => console.error('The Stripe double’s webhooks:', error));
  const server = createServer((request, response) => {
    respond(double, request, response).then(pump, (error: unknown) => fail(response, error));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const timer = setInterval(() => {
    double.tick();
    pump();
  }, 250);
  timer.unref();
  return {
    double,
    save: (file) => writeFileSync(file, JSON.stringify(double.save())),
    close: () => {
      clearInterval(timer);
      server.close();
      server.closeAllConnections();
    },
  };
}

async function respond(double: StripeDouble, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const body = await text(request);
  if (url.startsWith('/_double/')) {
    const reply = await control(double, method, url.slice('/_double/'.length), body);
    response.writeHead(reply.status, {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    });
    response.end(JSON.stringify(reply.body));
    return;
  }
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const answer = await double.handle({ method, path: url, headers, body });
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

function fail(response: ServerResponse, error: unknown): void {
  // A request that is to have no answer gets none.
  if (error instanceof TypeError) {
    response.destroy();
    return;
  }
  console.error('The Stripe double:', error);
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { type: 'api_error', message: String(error) } }));
}

async function send({ url, headers, body }: WebhookCall): Promise<number> {
  const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(webhookTimeout) });
  await answer.arrayBuffer();
  return answer.status;
}
