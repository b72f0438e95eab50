import type { TenantStatus } from '@tenantry/model/tenant-status';
import { recoverAccess, standingIn } from '../access/tenant-access.ts';
import type { Source } from './source.ts';

/** The states of anything live. A page designs each of them. */
export type Live<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly data: T; readonly stale: boolean }
  | { readonly state: 'empty'; readonly stale: boolean }
  | { readonly state: 'error'; readonly retry: () => void }
  | { readonly state: 'denied'; readonly status?: TenantStatus };

type Listener = {
  live: Live<unknown>;
  readonly source: Source<unknown>;
  readonly watchers: Set<() => void>;
  stop: () => void;
  /** Access was asked for since data last came: a second refusal is final. */
  recovered: boolean;
  lingering?: ReturnType<typeof setTimeout>;
};

export const loading: Live<never> = { state: 'loading' };
/** A page left and entered again, or React's second mount, finds its data still there. */
const lingerMilliseconds = 5_000;
const againMilliseconds = 10_000;
const listeners = new Map<string, Listener>();

/** The state of a source that nobody may be listening to. */
export function liveOf<T>(source: Source<T>): Live<T> {
  return (listeners.get(source.key)?.live ?? loading) as Live<T>;
}

/** Listens to a source, sharing the line with everybody who listens to the same; returns how to stop. */
export function listen<T>(source: Source<T>, watcher: () => void): () => void {
  const listener = listeners.get(source.key) ?? begin(source);
  clearTimeout(listener.lingering);
  listener.watchers.add(watcher);
  return () => {
    listener.watchers.delete(watcher);
    // What was let go of meanwhile has ended, and a timer would hold on to it.
    if (listener.watchers.size > 0 || listeners.get(source.key) !== listener) return;
    listener.lingering = setTimeout(() => end(listener), lingerMilliseconds);
  };
}

/** Lets go of everything that was read of a business, at once. */
export function dropListeners(tenantId: string): void {
  for (const listener of listeners.values()) if (listener.source.tenantId === tenantId) end(listener);
}

/** Tries again what was refused: the token has new claims. */
export function retryRefused(): void {
  for (const listener of listeners.values()) if (listener.live.state === 'denied') restart(listener);
}

/** Asks a source again, since something that it shows has just been changed; what it shows stays until the answer. */
export function reread(source: Source<unknown>): void {
  const listener = listeners.get(source.key);
  if (!listener) return;
  listener.stop();
  open(listener);
}

function begin(source: Source<unknown>): Listener {
  const listener: Listener = { live: loading, source, watchers: new Set(), stop: () => {}, recovered: false };
  listeners.set(source.key, listener);
  open(listener);
  return listener;
}

function end(listener: Listener): void {
  clearTimeout(listener.lingering);
  listener.stop();
  if (listeners.get(listener.source.key) === listener) listeners.delete(listener.source.key);
  show(listener, loading);
}

function restart(listener: Listener): void {
  listener.stop();
  listener.recovered = false;
  show(listener, loading);
  open(listener);
}

function open(listener: Listener): void {
  listener.stop = listener.source.open(
    ({ data, stale }) => {
      listener.recovered = false;
      show(listener, data === undefined ? { state: 'empty', stale } : { state: 'ready', data, stale });
    },
    ({ code }) => {
      if (code === 'permission-denied') void refused(listener);
      else broken(listener);
    },
  );
}

/** What is shown stays, marked as old, since somebody may be typing in it; its line is tried again by itself. */
function broken(listener: Listener): void {
  const { live } = listener;
  if (live.state !== 'ready' && live.state !== 'empty') {
    show(listener, { state: 'error', retry: () => restart(listener) });
    return;
  }
  show(listener, { ...live, stale: true });
  const timer = setTimeout(() => open(listener), againMilliseconds);
  listener.stop = () => clearTimeout(timer);
}

/** A refusal may only mean that the claim was let out of the token, or that the role changed: ask, and try once more. */
async function refused(listener: Listener): Promise<void> {
  const { tenantId } = listener.source;
  if (tenantId && !listener.recovered) {
    listener.recovered = true;
    const standing = await recoverAccess(tenantId);
    if (listeners.get(listener.source.key) !== listener) return;
    if (standing.kind === 'member') return open(listener);
  }
  const standing = tenantId ? standingIn(tenantId) : undefined;
  show(listener, { state: 'denied', status: standing?.kind === 'member' ? standing.status : undefined });
}

function show(listener: Listener, live: Live<unknown>): void {
  listener.live = live;
  for (const watcher of listener.watchers) watcher();
}
