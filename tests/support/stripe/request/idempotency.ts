import { StripeFault, badRequest } from './errors.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
type Kept = { readonly request: string; readonly at: number; answer?: Answer };

const kept24Hours = 86_400;

/** What was answered to which key: a request that is repeated within a day is answered, not done again. */
export class Idempotency {
  readonly #kept = new Map<string, Kept>();
  readonly #held = new Set<string>();

  /** Takes time over a request: the key is in use meanwhile. What comes under the same key is not waited for. */
  async during(key: string | undefined, wait: () => Promise<void>): Promise<void> {
    if (key === undefined) return wait();
    if (this.#held.has(key)) return;
    this.#held.add(key);
    await wait().finally(() => this.#held.delete(key));
  }

  /** The answer from before, or undefined when the request is to be done. Throws when the key stands for another request. */
  begin(key: string, request: string, now: number): Answer | undefined {
    if (key.length > 255) throw badRequest('Idempotency keys can be at most 255 characters.');
    if (this.#held.has(key))
      throw idempotencyError(
        409,
        `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}.`,
        'idempotency_key_in_use',
      );
    const known = this.#kept.get(key);
    if (!known?.answer || now - known.at >= kept24Hours) {
      this.#kept.set(key, { request, at: now });
      return undefined;
    }
    if (known.request !== request)
      throw idempotencyError(
        400,
        `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      );
    return { ...known.answer, headers: { ...known.answer.headers, 'idempotent-replayed': 'true' } };
  }

  /** What was refused before it began may be sent again under the key. */
  end(key: string, answer: Answer | undefined): void {
    const known = this.#kept.get(key);
    if (!known) return;
    if (answer) known.answer = answer;
    else this.#kept.delete(key);
  }

  save(): readonly (readonly [string, Kept])[] {
    return [...this.#kept];
  }

  load(saved: readonly (readonly [string, Kept])[]): void {
    this.#kept.clear();
    for (const [key, value] of saved) this.#kept.set(key, value);
  }
}

const idempotencyError = (status: number, message: string, code?: string): StripeFault =>
  new StripeFault(status, { type: 'idempotency_error', message, ...(code ? { code } : {}) });
