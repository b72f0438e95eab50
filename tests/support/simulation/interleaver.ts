import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as settled } from 'node:timers/promises';

/** Numbers from 0 up to and without 1, the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A piece of work that goes on only where the interleaver lets it. */
type Actor = {
  steps: number;
  /** It never gets further than this step. */
  readonly diesAt: number;
  readonly die: () => void;
};

/** How a piece of work ended; one that was killed left everything as it was then. */
export type Ending<T> =
  | { readonly how: 'done'; readonly value: T }
  | { readonly how: 'failed'; readonly fault: unknown }
  | { readonly how: 'killed' };

const actors = new AsyncLocalStorage<Actor>();

/** A module that is loaded at its first use takes its time. */
const patienceMilliseconds = 20_000;

/**
 * Lets pieces of work go on one await at a time, in an order that a seed decides. Whatever reaches outside (the database, Stripe)
 * passes `gate` first; a piece that is to be killed stays there for ever.
 */
export class Interleaver {
  readonly #next: () => number;
  /** Waits a little for those who are on their way, where that takes time. */
  readonly #arrive: (() => Promise<unknown>) | undefined;
  readonly #atGate: (() => void)[] = [];
  #running = 0;
  #lastSeen = performance.now();

  constructor(next: () => number, arrive?: () => Promise<unknown>) {
    this.#next = next;
    this.#arrive = arrive;
  }

  /** Waits until the present piece of work is let through. Outside of any it does not wait. */
  gate(): Promise<void> {
    const actor = actors.getStore();
    if (!actor) return Promise.resolve();
    actor.steps += 1;
    if (actor.steps >= actor.diesAt) {
      actor.die();
      return new Promise(() => undefined);
    }
    return new Promise((resolve) => this.#atGate.push(resolve));
  }

  /** Begins a piece of work, which dies at its n-th step if it gets that far. Whoever began it is told how it ended. */
  start<T>(work: () => Promise<T>, diesAt: number, told: (ending: Ending<T>) => void): void {
    this.#running += 1;
    let ended = false;
    const end = (ending: Ending<T>): void => {
      // Whoever reaches out for several things at once dies at each.
      if (ended) return;
      ended = true;
      this.#running -= 1;
      told(ending);
    };
    const actor: Actor = { steps: 0, diesAt, die: () => end({ how: 'killed' }) };
    const whole = async (): Promise<Ending<T>> => {
      try {
        return { how: 'done', value: await work() };
      } catch (fault) {
        return { how: 'failed', fault };
      }
    };
    void actors.run(actor, async () => end(await whole()));
  }

  get isIdle(): boolean {
    return this.#running === 0;
  }

  /**
   * Lets one of those who wait go on to its next await. Answers whether anybody waited. Throws when, again and again, nobody does and
   * somebody is not done: they wait for something that no gate is.
   */
  async step(): Promise<boolean> {
    await settled();
    const until = performance.now() + patienceMilliseconds;
    while (this.#arrive && this.#atGate.length === 0 && !this.isIdle && performance.now() < until) await this.#arrive();
    if (this.#atGate.length > 0 || this.isIdle) this.#lastSeen = performance.now();
    if (performance.now() - this.#lastSeen > patienceMilliseconds)
      throw new Error('Somebody waits for what never comes.');
    const [goes] = this.#atGate.splice(Math.floor(this.#next() * this.#atGate.length), 1);
    goes?.();
    if (goes) await settled();
    return goes !== undefined;
  }

  /** Lets everybody go on until all are done. */
  async rest(): Promise<void> {
    while (!this.isIdle) await this.step();
  }
}
