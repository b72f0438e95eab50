import type { Delivery } from './delivery.ts';

/** What is done to events on their way. */
export type Faults = {
  /** Keeps them until they are delivered by hand, or until this is off again. */
  readonly hold: boolean;
  /** Loses them: they can still be listed, as with Stripe. */
  readonly drop: boolean;
  /** Copies beside the first. */
  readonly duplicate: number;
  /** Seconds on the account's clock. */
  readonly delaySeconds: number;
  /** How those that are due together are ordered. */
  readonly reorder: 'none' | 'reverse' | 'shuffle';
  /** Only these types are dropped, doubled or delayed; all of them when there are none. */
  readonly types?: readonly string[];
};

export const noFaults: Faults = { hold: false, drop: false, duplicate: 0, delaySeconds: 0, reorder: 'none' };

/** The same shuffle for the same deliveries: a run can be repeated. */
export function arranged(due: readonly Delivery[], { reorder }: Faults): readonly Delivery[] {
  if (reorder === 'none') return due;
  if (reorder === 'reverse') return due.toReversed();
  return due.toSorted((a, b) => place(a.id) - place(b.id));
}

const place = (id: string): number => Math.imul(Number(id.slice(4)) + 1, 0x9e37_79b1) >>> 0;
