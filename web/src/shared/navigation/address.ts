/**
 * The address as the state of a page, for surfaces of a handful of pages: the portal and the console. Everything is
 * here that they need of a router; one with nested routes and loaders would be a seventh of what a phone loads.
 */

export type Address = {
  readonly path: string;
  readonly search: URLSearchParams;
  /** What a page left with its entry of the history; survives a reload, and no link carries it. */
  readonly state: unknown;
};

const watchers = new Set<() => void>();
let present: Address | undefined;

export function currentAddress(): Address {
  present ??= { path: location.pathname, search: new URLSearchParams(location.search), state: history.state };
  return present;
}

/** Calls back whenever the address changes; returns how to stop. */
export function watchAddress(watcher: () => void): () => void {
  if (watchers.size === 0) addEventListener('popstate', changed);
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) removeEventListener('popstate', changed);
  };
}

type Options = {
  /** In place of the present entry of the history: what «back» need not come back to, such as each letter of a search. */
  readonly replace?: boolean;
  readonly state?: unknown;
};

/** Goes to an address of this surface. A new page begins at its top; a change in place stays where it is. */
export function navigate(to: string, { replace = false, state = null }: Options = {}): void {
  if (replace) history.replaceState(state, '', to);
  else history.pushState(state, '', to);
  changed();
  if (!replace) scrollTo(0, 0);
}

/** The address of this page with some search parameters changed; `undefined` and the empty text take one away. */
export function withSearch({ path, search }: Address, changes: Readonly<Record<string, string | undefined>>): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const text = next.toString();
  return text ? `${path}?${text}` : path;
}

function changed(): void {
  present = undefined;
  for (const watcher of watchers) watcher();
}
