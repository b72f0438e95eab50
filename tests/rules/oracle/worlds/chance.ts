import * as fc from 'fast-check';

/** Mostly one, now and then the other: `often` times of twenty. */
export function mostly<T, U>(often: number, usual: fc.Arbitrary<T>, rare: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: often, arbitrary: usual }, { weight: 20 - often, arbitrary: rare });
}

/** A map with each of the keys now and then. */
export function sparse<K extends string, V>(
  keys: readonly K[],
  often: number,
  value: (key: K) => fc.Arbitrary<V>,
): fc.Arbitrary<Readonly<Record<string, V>>> {
  const entries = keys.map((key) =>
    mostly(
      often,
      value(key).map((one) => [[key, one]] as const),
      fc.constant([]),
    ),
  );
  return fc.tuple(...entries).map((found) => Object.fromEntries(found.flat()) as Record<string, V>);
}
