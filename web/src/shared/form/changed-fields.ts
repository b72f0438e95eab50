/** What differs from what is stored, with what was there before; `undefined` when nothing does. */
export function changedFields<Fields extends Record<string, unknown>>(
  typed: Fields,
  stored: Fields,
): { before: Partial<Fields>; after: Partial<Fields> } | undefined {
  const keys = Object.keys(typed).filter((key) => JSON.stringify(typed[key]) !== JSON.stringify(stored[key]));
  if (keys.length === 0) return undefined;
  const pick = (from: Fields) => Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<Fields>;
  return { before: pick(stored), after: pick(typed) };
}
