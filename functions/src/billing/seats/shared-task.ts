/** Changes within so many milliseconds are told together. */
const windowMilliseconds = 5_000;
/** How much later than its window a task comes: clocks differ, and it must find what whoever is late in it has committed. */
const slackMilliseconds = 1_000;

/** What a change at a moment asks for: the same id for all of one tenant's in a window, and when that task is due. Milliseconds. */
export function sharedTask(tenantId: string, at: number): { readonly id: string; readonly dueAt: number } {
  const window = Math.floor(at / windowMilliseconds);
  return { id: `${tenantId}-${window}`, dueAt: (window + 1) * windowMilliseconds + slackMilliseconds };
}
