export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'failed';
  readonly undo?: () => Promise<unknown>;
};

/** Long enough to read and to reach for «Undo». */
const stays = { done: 5_000, undoable: 10_000, failed: 10_000 };

let toasts: readonly Toast[] = [];
let lastId = 0;
const watchers = new Set<() => void>();

export function currentToasts(): readonly Toast[] {
  return toasts;
}

export function watchToasts(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Says that something was done; with `undo`, offers to take it back. */
export function toastDone(text: string, undo?: () => Promise<unknown>): void {
  show({ id: ++lastId, text, tone: 'done', undo }, undo ? stays.undoable : stays.done);
}

/** Says that something did not work, where no form or dialog can say it. */
export function toastFailed(text: string): void {
  show({ id: ++lastId, text, tone: 'failed' }, stays.failed);
}

export function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

/** Takes every message away: another business must not show what was done in this one. */
export function clearToasts(): void {
  set([]);
}

function show(toast: Toast, milliseconds: number): void {
  set([...toasts.slice(-2), toast]);
  setTimeout(() => dismissToast(toast.id), milliseconds);
}

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const watcher of watchers) watcher();
}
