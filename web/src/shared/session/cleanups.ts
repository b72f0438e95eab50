type Cleanup = () => void | Promise<void>;

const cleanups = new Set<Cleanup>();

/** Registers what must not outlive a sign-in: connections, caches. */
export function onSignOut(cleanup: Cleanup): void {
  cleanups.add(cleanup);
}

export async function runCleanups(): Promise<void> {
  await Promise.allSettled([...cleanups].map(async (cleanup) => cleanup()));
}
