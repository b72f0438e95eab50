import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** The emulators' data between two runs of `npm start`. A copy replaces the one before only when it is whole. */
export class SavedData {
  readonly #current: string;
  readonly #next: string;
  readonly #previous: string;

  constructor(folder: string) {
    this.#current = path.join(folder, 'data');
    this.#next = path.join(folder, 'data-next');
    this.#previous = path.join(folder, 'data-previous');
  }

  /** The folder to begin with, or undefined when there is none. */
  find(): string | undefined {
    return [this.#current, this.#previous].find((folder) => existsSync(path.join(folder, exportFile)));
  }

  forget(): void {
    for (const folder of [this.#current, this.#next, this.#previous]) rmSync(folder, { recursive: true, force: true });
  }

  /**
   * Has the emulators' hub write everything, and what stands beside it into the same folder. Throws when it cannot; what
   * was saved before stays.
   */
  async save(hubPort: number, saveBeside: (folder: string) => void): Promise<void> {
    rmSync(this.#next, { recursive: true, force: true });
    const answer = await fetch(`http://127.0.0.1:${hubPort}/_admin/export`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ path: this.#next, initiatedBy: 'npm start' }),
      signal: AbortSignal.timeout(60_000),
    });
    if (!answer.ok) throw new Error(`The emulators' hub answered ${answer.status}: ${await answer.text()}`);
    saveBeside(this.#next);
    if (existsSync(this.#current)) {
      rmSync(this.#previous, { recursive: true, force: true });
      renameSync(this.#current, this.#previous);
    }
    renameSync(this.#next, this.#current);
    rmSync(this.#previous, { recursive: true, force: true });
  }
}

const exportFile = 'firebase-export-metadata.json';
