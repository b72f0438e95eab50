import { type RoleKey, takesSeat } from '@tenantry/model/roles';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';
import { recordUsage } from './record-usage.ts';

type SeatAct = {
  readonly uid: string;
  /** The membership's version from now on: no two changes of a person have the same, but for joining right after a removal. */
  readonly version: number;
  /** The role before and after; none is no membership. */
  readonly before: RoleKey | undefined;
  readonly after: RoleKey | undefined;
  readonly at: Date;
};

/** Enters into the ledger that somebody took a seat or gave it back, in the transaction of the change. */
export function recordSeat(tx: TenantTransaction, { uid, version, before, after, at }: SeatAct): void {
  const quantity = seatsOf(after) - seatsOf(before);
  const what = quantity > 0 ? 'taken' : 'free';
  recordUsage(tx, { meter: 'seats', quantity, act: `${uid}-${version}-${what}`, at });
}

function seatsOf(role: RoleKey | undefined): number {
  return role !== undefined && takesSeat(role) ? 1 : 0;
}
