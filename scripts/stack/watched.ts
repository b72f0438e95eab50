import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { killTree } from './processes.ts';
import type { Word } from './guard.ts';

/** What must not outlive the command: processes with all below them, folders. A guard knows it too, should we be killed. */
export class Watched {
  readonly #processes = new Set<number>();
  readonly #folders = new Set<string>();
  readonly #guard = spawn(process.execPath, [path.join(import.meta.dirname, 'guard.ts')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  readonly #releases: (() => void)[] = [];

  constructor() {
    this.#guard.unref();
    this.#guard.stdin.on('error', () => undefined);
  }

  process(pid: number): void {
    this.#processes.add(pid);
    this.#tell({ process: pid });
  }

  /** A process that ended by itself: its id may belong to another soon. */
  forget(pid: number): void {
    this.#processes.delete(pid);
    this.#tell({ ended: pid });
  }

  folder(folder: string): void {
    this.#folders.add(folder);
    this.#tell({ folder });
  }

  /** Called at the end, after processes and folders have gone. */
  release(release: () => void): void {
    this.#releases.push(release);
  }

  /** Ends everything, at once; safe to repeat. */
  end(): void {
    for (const pid of this.#processes) killTree(pid);
    for (const folder of this.#folders)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    for (const release of this.#releases) release();
    this.#processes.clear();
    this.#folders.clear();
    this.#releases.length = 0;
    this.#tell({ done: true });
  }

  #tell(word: Word): void {
    if (this.#guard.stdin.writable) this.#guard.stdin.write(`${JSON.stringify(word)}\n`);
  }
}
