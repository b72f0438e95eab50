/** A task as a handler enqueues it. */
type Task = { readonly queue: string; readonly payload: unknown };

/**
 * Google's task queue, as far as handlers see it: of tasks with one name that wait, one is kept. It neither starts nor repeats any: who plays
 * takes what is due, and one that was taken leaves its name behind, as its time is over.
 */
export class TaskQueue {
  readonly #waiting = new Map<string, Task>();
  readonly #gate: () => Promise<void>;
  #unnamed = 0;
  readonly #lost = new Set<string>();
  /** Whether the next task is lost on its way: the queue fails whoever hands it over. */
  isDown: () => boolean = () => false;

  constructor(gate: () => Promise<void>) {
    this.#gate = gate;
  }

  async enqueue(queue: string, payload: unknown, { id }: { readonly id?: string } = {}): Promise<void> {
    await this.#gate();
    if (this.isDown()) {
      this.#lost.add(queue);
      throw new Error('The queue does not answer.');
    }
    this.#unnamed += 1;
    const name = `${queue}/${id ?? this.#unnamed}`;
    if (this.#waiting.has(name)) {
      throw Object.assign(new Error(`${name} waits already.`), { code: 'functions/task-already-exists' });
    }
    this.#waiting.set(name, { queue, payload });
  }

  /** Whether a queue lost one since this was asked the last time. */
  hasLost(queue: string): boolean {
    return this.#lost.delete(queue);
  }

  /** What waits in a queue, which from now on it does not. */
  take(queue: string): unknown[] {
    const due = [...this.#waiting].filter(([, task]) => task.queue === queue);
    for (const [name] of due) this.#waiting.delete(name);
    return due.map(([, { payload }]) => payload);
  }
}
