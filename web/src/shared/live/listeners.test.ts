import type { FirestoreError } from 'firebase/firestore';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Standing } from '../access/tenant-access.ts';

const access = vi.hoisted(() => ({ standing: { kind: 'unknown' } as Standing, asked: 0 }));
vi.mock('../access/tenant-access.ts', () => ({
  standingIn: () => access.standing,
  recoverAccess: () => {
    access.asked += 1;
    return Promise.resolve(access.standing);
  },
}));

const { dropListeners, listen, liveOf, retryRefused } = await import('./listeners.ts');
type Source = Parameters<typeof listen<string>>[0];

type Line = Parameters<Source['open']>;

/** A source whose lines the test holds in its hand. */
function held(key: string, tenantId?: string) {
  const lines: Line[] = [];
  const closed: Line[] = [];
  const source: Source = {
    key,
    tenantId,
    open: (...line) => {
      lines.push(line);
      return () => closed.push(line);
    },
  };
  const last = (): Line => lines.at(-1) as Line;
  return {
    source,
    lines,
    closed,
    arrive: (data: string | undefined, stale = false) => last()[0]({ data, stale }),
    refuse: async (code: FirestoreError['code'] = 'permission-denied') => {
      last()[1](Object.assign(new Error(code), { code }) as FirestoreError);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

let key = 0;
const next = (tenantId?: string) => held(String((key += 1)), tenantId);

beforeEach(() => {
  vi.useFakeTimers();
  access.standing = { kind: 'unknown' };
  access.asked = 0;
});
afterEach(() => vi.useRealTimers());

describe('listeners', () => {
  it('share one line between all who listen to the same', () => {
    const one = next();
    const stops = [listen(one.source, () => {}), listen({ ...one.source }, () => {})];
    expect(one.lines).toHaveLength(1);
    one.arrive('bread');
    expect(liveOf(one.source)).toEqual({ state: 'ready', data: 'bread', stale: false });
    stops.forEach((stop) => stop());
  });

  it('linger some seconds, so that coming back finds the data, and then let go', () => {
    const one = next();
    listen(one.source, () => {})();
    one.arrive('bread');
    vi.advanceTimersByTime(3_000);
    const stop = listen(one.source, () => {});
    vi.advanceTimersByTime(60_000);
    expect(one.lines).toHaveLength(1);
    expect(liveOf(one.source).state).toBe('ready');
    stop();
    vi.advanceTimersByTime(60_000);
    expect(one.closed).toHaveLength(1);
    expect(liveOf(one.source).state).toBe('loading');
  });

  it('tell nothing from something', () => {
    const one = next();
    listen(one.source, () => {});
    one.arrive(undefined);
    expect(liveOf(one.source)).toEqual({ state: 'empty', stale: false });
  });

  it('offer to try again after an error', async () => {
    const one = next();
    listen(one.source, () => {});
    await one.refuse('unavailable');
    const live = liveOf(one.source);
    expect(live.state).toBe('error');
    if (live.state === 'error') live.retry();
    expect(one.lines).toHaveLength(2);
    expect(liveOf(one.source).state).toBe('loading');
  });

  it('keep what they show when the line breaks, as something old, and try again by themselves', async () => {
    const one = next();
    const stop = listen(one.source, () => {});
    one.arrive('bread');
    await one.refuse('internal');
    expect(liveOf(one.source)).toEqual({ state: 'ready', data: 'bread', stale: true });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(one.lines).toHaveLength(2);
    one.arrive('cake');
    expect(liveOf(one.source)).toEqual({ state: 'ready', data: 'cake', stale: false });
    // Whoever goes while it is broken leaves nothing that tries on.
    await one.refuse('internal');
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.lines).toHaveLength(2);
  });
});

describe('a listener that is refused', () => {
  it('asks for access, and listens again once when the person still belongs to the business', async () => {
    access.standing = { kind: 'member', role: 'member', status: 'active', permissions: [] };
    const one = next('t');
    listen(one.source, () => {});
    await one.refuse();
    expect(access.asked).toBe(1);
    expect(one.lines).toHaveLength(2);
    one.arrive('bread');
    expect(liveOf(one.source).state).toBe('ready');
  });

  it('says so when it is refused again, with the status that was answered, and asks no more', async () => {
    access.standing = { kind: 'member', role: 'member', status: 'suspended', permissions: [] };
    const one = next('t');
    listen(one.source, () => {});
    await one.refuse();
    await one.refuse();
    expect(one.lines).toHaveLength(2);
    expect(access.asked).toBe(1);
    expect(liveOf(one.source)).toEqual({ state: 'denied', status: 'suspended' });
  });

  it('may ask again after data came in between: a claim can be let out twice', async () => {
    access.standing = { kind: 'member', role: 'member', status: 'active', permissions: [] };
    const one = next('t');
    listen(one.source, () => {});
    await one.refuse();
    one.arrive('bread');
    await one.refuse();
    expect(access.asked).toBe(2);
    expect(one.lines).toHaveLength(3);
  });

  it('does not listen again when the person no longer belongs to the business', async () => {
    access.standing = { kind: 'revoked' };
    const one = next('t');
    listen(one.source, () => {});
    await one.refuse();
    expect(one.lines).toHaveLength(1);
    expect(liveOf(one.source).state).toBe('denied');
  });

  it('asks nobody when it is the person’s own document', async () => {
    const one = next();
    listen(one.source, () => {});
    await one.refuse();
    expect(access.asked).toBe(0);
    expect(liveOf(one.source).state).toBe('denied');
  });

  it('tries again when the token has new claims', async () => {
    access.standing = { kind: 'revoked' };
    const one = next('t');
    listen(one.source, () => {});
    await one.refuse();
    retryRefused();
    expect(one.lines).toHaveLength(2);
    expect(liveOf(one.source).state).toBe('loading');
  });
});

describe('leaving a business', () => {
  it('closes its lines and forgets what they told, at once, and touches no other', () => {
    const left = next('left');
    const kept = next('kept');
    listen(left.source, () => {});
    listen(kept.source, () => {});
    left.arrive('secret');
    kept.arrive('bread');
    dropListeners('left');
    expect(left.closed).toHaveLength(1);
    expect(liveOf(left.source).state).toBe('loading');
    expect(liveOf(kept.source).state).toBe('ready');
  });

  it('leaves no timer that would hold on to what was left', () => {
    const left = next('left');
    const before = listen(left.source, () => {});
    const later = listen(left.source, () => {});
    left.arrive('secret');
    before();
    later();
    expect(vi.getTimerCount()).toBe(1);
    dropListeners('left');
    expect(vi.getTimerCount()).toBe(0);
    // React takes its hands off after the page has let go.
    later();
    expect(vi.getTimerCount()).toBe(0);
  });
});
