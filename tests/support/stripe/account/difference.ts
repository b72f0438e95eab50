/** What an object's changed parts were before, as an event tells it; undefined when nothing changed. */
export function previousOf(before: object, after: object): Record<string, unknown> | undefined {
  const previous: Record<string, unknown> = {};
  const [old, now] = [before as Fields, after as Fields];
  const compare = (key: string): void => {
    if (old[key] === now[key]) return;
    const difference = within(old[key], now[key]);
    if (difference.differs) previous[key] = difference.previous;
  };
  for (const key of Object.keys(now)) compare(key);
  for (const key of Object.keys(old)) if (!(key in now)) compare(key);
  return Object.keys(previous).length > 0 ? previous : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function within(was: unknown, is: unknown): { readonly differs: boolean; readonly previous?: unknown } {
  if (isPlain(was) && isPlain(is)) {
    const inside = previousOf(was, is);
    return inside ? { differs: true, previous: inside } : { differs: false };
  }
  if (isPlain(was) || isPlain(is) || Array.isArray(was)) {
    return JSON.stringify(was) === JSON.stringify(is) ? { differs: false } : { differs: true, previous: was ?? null };
  }
  // A decimal is an object too, and says what it is only as text.
  return String(was) === String(is) && typeof was === typeof is
    ? { differs: false }
    : { differs: true, previous: was ?? null };
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
