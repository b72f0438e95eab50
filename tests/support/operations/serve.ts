import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A function as the runtime calls it: with the body parsed, and a few manners of Express. */
export type Handler = (request: unknown, response: unknown) => unknown;

/** Serves a function from this process, as it stands and without the emulator's trust in tokens. Answers its address. */
export async function serve(handler: Handler): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = http.createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const rawBody = Buffer.concat(chunks);
      const manners = {
        rawBody,
        body: JSON.parse(rawBody.toString()) as unknown,
        path: request.url,
        header: (name: string) => request.headers[name.toLowerCase()],
      };
      const answers = {
        status(code: number) {
          response.statusCode = code;
          return answers;
        },
        send: (body: unknown) => response.end(JSON.stringify(body)),
      };
      handler(Object.assign(request, manners), Object.assign(response, answers));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
