/** Durations in milliseconds of calls of several kinds, one of each kind in every round. */
export type Rounds<Kind extends string> = Readonly<Record<Kind, number[]>>;

/**
 * Times calls one after the other and in an order that changes from round to round, so that whatever else goes on on the
 * machine meets all kinds alike, and each follows each as often. The first rounds warm up and don't count.
 */
export async function timeInterleaved<Kind extends string>(
  kinds: Readonly<Record<Kind, () => Promise<unknown>>>,
  { rounds, warmUp = 5 }: { readonly rounds: number; readonly warmUp?: number },
): Promise<Rounds<Kind>> {
  const names = Object.keys(kinds) as Kind[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Rounds<Kind>;
  for (let round = -warmUp; round < rounds; round += 1) {
    const turn = ((round % names.length) + names.length) % names.length;
    const turned = [...names.slice(turn), ...names.slice(0, turn)];
    const isBackwards = Math.floor(round / names.length) % 2 !== 0;
    for (const name of isBackwards ? turned.toReversed() : turned) {
      const start = performance.now();
      await kinds[name]();
      if (round >= 0) taken[name].push(performance.now() - start);
    }
  }
  return taken;
}

/** Whether the medians differ by less than the smaller of the quartile spreads: the issue's own measure. */
export function mediansMeet(a: readonly number[], b: readonly number[]): boolean {
  return Math.abs(quantile(a, 0.5) - quantile(b, 0.5)) < Math.min(spread(a), spread(b));
}

/**
 * Whether two kinds can be told apart by who is slower in a round: spreads grow with a busy machine and hide a
 * difference, the share of rounds that one kind loses does not. Between a fair coin and this lie 3.5 standard deviations.
 */
export function toldApart(a: readonly number[], b: readonly number[]): boolean {
  const slower = a.filter((time, round) => time > (b[round] ?? Number.NaN)).length;
  return Math.abs(slower - a.length / 2) > 3.5 * (Math.sqrt(a.length) / 2);
}

/** Quartiles, to be read by a person. */
export function quartiles(taken: readonly number[]): string {
  return [0.25, 0.5, 0.75].map((share) => quantile(taken, share).toFixed(1)).join(' / ');
}

function spread(taken: readonly number[]): number {
  return quantile(taken, 0.75) - quantile(taken, 0.25);
}

function quantile(taken: readonly number[], share: number): number {
  const sorted = taken.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
