import type { Feature, Plan } from '../plans.ts';

/** Something that an operator gave or took, until a moment (milliseconds) or, with null, until it is taken back. */
export type Timed<Value> = { readonly value: Value; readonly until: number | null };

/** What operators decided about one business, beside what it pays for. */
export type Overrides = {
  /** Takes the place of the plan that is paid for. */
  readonly plan?: Timed<Plan>;
  /** `true` gives a feature, `false` takes it, whatever the plan. */
  readonly features?: Readonly<Partial<Record<Feature, Timed<boolean>>>>;
};

export const noOverrides: Overrides = {};

/** What is in force at a moment; `undefined` when nothing is. */
export function inForce<Value>(timed: Timed<Value> | undefined, now: number): Value | undefined {
  return timed && (timed.until === null || now < timed.until) ? timed.value : undefined;
}

/** The moments (milliseconds) after `now` at which an override ends. */
export function momentsOfOverrides({ plan, features = {} }: Overrides, now: number): number[] {
  const ends = [plan, ...Object.values(features)].map((timed) => timed?.until ?? null);
  return ends.filter((moment): moment is number => moment !== null && moment > now);
}
