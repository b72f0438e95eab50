import { setTimeout as wait } from 'node:timers/promises';
import { stack } from '../../support/stack.ts';

/** What the database says on a stream; the parts that tests look at. */
export type Told = {
  readonly documentChange?: { readonly document: { readonly name: string; readonly fields: unknown } };
  readonly targetChange?: {
    readonly targetChangeType?: string;
    readonly resumeToken?: string;
    readonly cause?: { readonly code: number };
  };
  readonly streamToken?: string;
  readonly writeResults?: readonly unknown[];
  readonly error?: { readonly status: string };
};

/**
 * A stream to the database as a browser opens one, spoken by hand: with it one can do what no SDK does, as to add a listener
 * to a connection that was let in before, or to resume with a token of one's choice.
 */
export class RawStream {
  readonly told: Told[] = [];
  readonly #url: string;
  readonly #end = new AbortController();
  #sent = 1;
  /** The number of what was told last. */
  #last = 0;

  private constructor(url: string) {
    this.#url = url;
  }

  /** Opens a stream with a person's token and its first message. */
  static async open(service: 'Listen' | 'Write', token: string, first: object): Promise<RawStream> {
    const base = `${stack.firestore}/google.firestore.v1.Firestore/${service}/channel?VER=8&database=${encodeURIComponent(database())}`;
    const headers = `X-Goog-Api-Client:gl-js/ fire/1\r\nContent-Type:text/plain\r\nAuthorization:Bearer ${token}\r\n`;
    const answer = await post(`${base}&RID=1&CVER=22&t=1`, { headers, ...message(0, first) });
    const session = /\["c","([^"]+)"/u.exec(answer)?.[1];
    if (session === undefined) throw new Error(`No session was opened: ${answer}`);
    const stream = new RawStream(`${base}&SID=${encodeURIComponent(session)}`);
    void stream.#receive();
    return stream;
  }

  /** Sends one more message on the same connection. */
  async send(next: object): Promise<void> {
    const number = this.#sent;
    this.#sent += 1;
    await post(`${this.#url}&RID=${1 + number}&AID=0&t=1`, message(number, next));
  }

  close(): void {
    this.#end.abort();
  }

  /** Listens anew after the line was cut, from what was told last, as a browser does: else silence would pass for a refusal. */
  async #receive(): Promise<void> {
    while (!this.#end.signal.aborted) {
      const url = `${this.#url}&RID=rpc&AID=${this.#last}&CI=0&TYPE=xmlhttp&t=1`;
      const response = await fetch(url, { signal: this.#end.signal }).catch(() => undefined);
      // The session is over.
      if (response?.ok === false) return;
      if (response?.body) await this.#read(response.body);
      await wait(100);
    }
  }

  async #read(body: NonNullable<Response['body']>): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body.pipeThrough(new TextDecoderStream())) text = this.#take(text + chunk);
    } catch {
      // Closed by ourselves, or cut: what was told until then is what counts.
    }
  }

  /** Takes the whole frames off a text, each its length in characters and then a list of messages; answers the rest. */
  #take(text: string): string {
    let rest = text;
    for (;;) {
      const head = /^(\d+)\n/u.exec(rest);
      if (!head) return rest;
      const [start, length] = [head[0].length, Number(head[1])];
      if (rest.length < start + length) return rest;
      const frames = JSON.parse(rest.slice(start, start + length)) as [number, unknown[]][];
      for (const [number, [body]] of frames) {
        this.#last = number;
        if (typeof body === 'object' && body !== null) this.told.push(body);
      }
      rest = rest.slice(start + length);
    }
  }
}

const database = () => `projects/${stack.project}/databases/(default)`;

function message(number: number, body: object): Record<string, string> {
  return { count: '1', ofs: String(number), req0___data__: JSON.stringify({ database: database(), ...body }) };
}

async function post(url: string, form: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  return response.text();
}
