import { setTimeout as wait } from 'node:timers/promises';

/** What came of one try: `busy` is neither, the database was held by somebody else's transaction. */
export type Tried = {
  readonly outcome: 'done' | 'refused' | 'busy';
  /** Why it was refused, in the server's word. */
  readonly why: string;
  /** When the database served it, by the database's own clock, in microseconds; `undefined` where the answer does not say. */
  readonly at: number | undefined;
};

/** One connection: tries by name, in turn and over and over. */
export type Line<Name extends string> = {
  readonly names: readonly Name[];
  readonly attempt: (name: Name) => Promise<Tried>;
};

/** One try. `began` and `ended` are of this process's clock, in milliseconds. */
export type Blow<Name extends string> = Tried & {
  readonly name: Name;
  readonly began: number;
  readonly ended: number;
};

const patienceMilliseconds = 60_000;

/** Tries over several connections at once, on each the next as soon as the last is answered. */
export class Hammer<Name extends string> {
  readonly blows: Blow<Name>[] = [];
  readonly #names: readonly Name[];
  readonly #work: Promise<unknown>;
  #stopped = false;

  constructor(...lines: readonly Line<Name>[]) {
    this.#names = lines.flatMap(({ names }) => names);
    this.#work = Promise.all(lines.map((line) => this.#strike(line)));
    // Whoever waits for it is told; until then it is no unhandled rejection.
    this.#work.catch(() => undefined);
  }

  /** Waits until of every name `enough` tries that began at `since` or later came out like this. */
  async until(enough: number, outcomeOf: (name: Name) => Tried['outcome'], since = 0): Promise<void> {
    const deadline = performance.now() + patienceMilliseconds;
    for (;;) {
      const lacking = this.#names.filter((name) => {
        const found = this.blows.filter((blow) => blow.name === name && blow.began >= since);
        return found.filter(({ outcome }) => outcome === outcomeOf(name)).length < enough;
      });
      if (lacking.length === 0) return;
      if (performance.now() > deadline) throw new Error(`Not ${enough} tries in a minute: ${lacking.join(', ')}.`);
      await Promise.race([wait(5), this.#work]);
    }
  }

  /** Ends all lines and waits for what is under way. Throws what a try threw. */
  async stop(): Promise<readonly Blow<Name>[]> {
    this.#stopped = true;
    await this.#work;
    return this.blows;
  }

  async #strike({ names, attempt }: Line<Name>): Promise<void> {
    for (let turn = 0; !this.#stopped; turn += 1) {
      const name = names[turn % names.length];
      if (name === undefined) return;
      const began = performance.now();
      const tried = await attempt(name);
      this.blows.push({ ...tried, name, began, ended: performance.now() });
    }
  }
}

/** The tries that began after the answer had arrived and went through. */
export function lateOnes<Name extends string>(blows: readonly Blow<Name>[], answered: number): Blow<Name>[] {
  return blows.filter(({ began, outcome }) => began >= answered && outcome === 'done');
}

/** Milliseconds from the answer to the end of the last try that went through although it began after it; 0 for none. */
export function windowOf(blows: readonly Blow<string>[], answered: number): number {
  return Math.round(Math.max(0, ...lateOnes(blows, answered).map(({ ended }) => ended - answered)));
}
