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

/**
 * Reads the counters and judges what is to change: a tenant keeps an owner (`last-owner`), and nothing raises
 * seats used and invited above the plan's limit (`plan-limit`). Answers the write, for the same transaction.
 * What moves no counter reads none, so that customers who come and go don't wait for each other.
 */
export async function planSeats(tx: TenantTransaction, ...changes: readonly SeatChange[]): Promise<() => void> {
  const seatsUsed = sum(changes, 'seatsUsed');
  const seatsInvited = sum(changes, 'seatsInvited');
  const owners = sum(changes, 'owners');
  if (seatsUsed === 0 && seatsInvited === 0 && owners === 0) return () => undefined;

  const [counters, tenant] = await Promise.all([tx.get(tenantDocuments.counters()), tx.get(tenantDocuments.tenant())]);
  if (!counters || !tenant) throw new Error('This tenant lacks its counters or its own document.');
  const next = {
    seatsUsed: counters.seatsUsed + seatsUsed,
    seatsInvited: counters.seatsInvited + seatsInvited,
    owners: counters.owners + owners,
  };
  if (owners < 0 && next.owners < 1) {
    throw new Refusal('last-owner', 'A business needs an owner. Make somebody else an owner first.');
  }
  const { seats } = tenant.limits;
  if (seatsUsed + seatsInvited > 0 && !fitsLimit(seats, next.seatsUsed + next.seatsInvited)) {
    throw new Refusal('plan-limit', 'All seats of your plan are taken. Remove somebody, or choose a larger plan.', {
      ...(seats === null ? {} : { limit: seats }),
      plan: tenant.plan,
    });
  }
  return () => tx.update(tenantDocuments.counters(), next);
}

function seatsOf(role: RoleKey | undefined): number {
  return role !== undefined && takesSeat(role) ? 1 : 0;
}

/** Owners are those who may manage owners. Custom roles are a subset of an admin's, so none is one. */
function ownersOf(role: RoleKey | undefined): number {
  return role !== undefined && can(role, 'owner:manage') ? 1 : 0;
}

function sum(changes: readonly SeatChange[], key: keyof SeatChange): number {
  return changes.reduce((total, change) => total + change[key], 0);
}
