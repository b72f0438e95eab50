/** What an object's changed parts were before, as an event tells it; undefined when nothing changed. */
export function previousOf(before: object, after: object): Record<string, unknown> | undefined {
  const previous: Record<string, unknown> = {};
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const was: unknown = old.get(key);
    const is: unknown = now.get(key);
    if (was === is) continue;
    const difference = within(was, is);
    if (difference.differs) previous[key] = difference.previous;
  }
  return Object.keys(previous).length > 0 ? previous : undefined;
}

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
