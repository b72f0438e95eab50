import { fitsLimit } from '@tenantry/model/plans';
import { can, type RoleKey, takesSeat } from '@tenantry/model/roles';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';

/** By how much a change moves the counters. */
export type SeatChange = { readonly seatsUsed: number; readonly owners: number; readonly seatsInvited: number };

/** What becoming `after` from `before` moves; `undefined` is no membership. */
export function membershipSeats(before: RoleKey | undefined, after: RoleKey | undefined): SeatChange {
  return {
    seatsUsed: seatsOf(after) - seatsOf(before),
    owners: ownersOf(after) - ownersOf(before),
    seatsInvited: 0,
  };
}

/** What opening (1) or closing (-1) an invitation to a role moves. */
export function inviteSeats(role: RoleKey, by: 1 | -1): SeatChange {
  return { seatsUsed: 0, owners: 0, seatsInvited: seatsOf(role) * by };
}

/** The counters of a tenant while a transaction decides. */
export type Seats = {
  /** Judges what is to change together, and counts it in. Throws `last-owner` or `plan-limit`, and then nothing is counted. */
  readonly move: (...changes: readonly SeatChange[]) => void;
  /** Writes what was counted in, if anything was. */
  readonly write: () => void;
};

/**
 * Reads the counters, for the same transaction to judge by: a tenant keeps an owner, and nothing raises seats used and
 * invited above the plan's limit.
 */
export async function readSeats(tx: TenantTransaction): Promise<Seats> {
  const [counters, tenant] = await Promise.all([tx.get(tenantDocuments.counters()), tx.get(tenantDocuments.tenant())]);
  if (!counters || !tenant) throw new Error('This tenant lacks its counters or its own document.');
  const { seatsUsed, seatsInvited, owners } = counters;
  let present: SeatChange = { seatsUsed, seatsInvited, owners };
  let moved = false;
  return {
    move(...changes) {
      const next = added(present, ...changes);
      if (next.owners < present.owners && next.owners < 1) {
        throw new Refusal('last-owner', 'A business needs an owner. Make somebody else an owner first.');
      }
      const { seats } = tenant.limits;
      if (taken(next) > taken(present) && !fitsLimit(seats, taken(next))) {
        throw new Refusal('plan-limit', 'All seats of your plan are taken. Remove somebody, or choose a larger plan.', {
          ...(seats === null ? {} : { limit: seats }),
          plan: tenant.plan,
        });
      }
      moved ||= changes.some(moves);
      present = next;
    },
    write() {
      if (moved) tx.update(tenantDocuments.counters(), present);
    },
  };
}

/**
 * Reads the counters and judges what is to change, all of it together (`last-owner`, `plan-limit`). Answers the write,
 * for the same transaction. What moves no counter reads none, so that customers who come and go don't wait for each other.
 */
export async function planSeats(tx: TenantTransaction, ...changes: readonly SeatChange[]): Promise<() => void> {
  if (!moves(added(...changes))) return () => undefined;
  const seats = await readSeats(tx);
  seats.move(...changes);
  return seats.write;
}

function seatsOf(role: RoleKey | undefined): number {
  return role !== undefined && takesSeat(role) ? 1 : 0;
}

/** Owners are those who may manage owners. Custom roles are a subset of an admin's, so none is one. */
function ownersOf(role: RoleKey | undefined): number {
  return role !== undefined && can(role, 'owner:manage') ? 1 : 0;
}

const none: SeatChange = { seatsUsed: 0, owners: 0, seatsInvited: 0 };

function added(...changes: readonly SeatChange[]): SeatChange {
  return changes.reduce(
    (total, change) => ({
      seatsUsed: total.seatsUsed + change.seatsUsed,
      owners: total.owners + change.owners,
      seatsInvited: total.seatsInvited + change.seatsInvited,
    }),
    none,
  );
}

function moves({ seatsUsed, owners, seatsInvited }: SeatChange): boolean {
  return seatsUsed !== 0 || owners !== 0 || seatsInvited !== 0;
}

function taken({ seatsUsed, seatsInvited }: SeatChange): number {
  return seatsUsed + seatsInvited;
}
