/** When each object next has something done to it by time alone, in seconds; the earliest is known without looking at all. */
export class Schedule {
  readonly #times = new Map<string, number>();
  #earliest: { readonly id: string; readonly at: number } | undefined;
  #isKnown = true;

  set(id: string, at: number | undefined): void {
    if (at === undefined) {
      if (!this.#times.delete(id)) return;
    } else this.#times.set(id, at);
    if (this.#earliest?.id === id) this.#isKnown = false;
    else if (at !== undefined && this.#isKnown && (!this.#earliest || at < this.#earliest.at))
      this.#earliest = { id, at };
  }

  /** The earliest of all; of the same second, what was scheduled first. */
  next(): { readonly id: string; readonly at: number } | undefined {
    if (!this.#isKnown) {
      this.#earliest = undefined;
      for (const [id, at] of this.#times) if (!this.#earliest || at < this.#earliest.at) this.#earliest = { id, at };
      this.#isKnown = true;
    }
    return this.#earliest;
  }

  clear(): void {
    this.#times.clear();
    this.#earliest = undefined;
    this.#isKnown = true;
  }
}
