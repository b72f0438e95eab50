import type { CustomRoles, SupportRole } from './roles.ts';
import { type Holds, noHolds, statusOf, type TenantStatus } from './tenant-status.ts';
import type { Feature } from './plans.ts';

/**
 * `tenants/{t}/system/access`: what rules and operations judge every claim by. Server-only.
 * `supportUntil` and the values of `support` are milliseconds here; the repository stores them as timestamps.
 */
export type Access = {
  readonly status: TenantStatus;
  readonly holds: Holds;
  /** Raised by every removal, change of role and sign-out everywhere; never lowered. */
  readonly seq: number;
  /** Lowest version accepted from a person; at most `fenceLimit` entries. */
  readonly fence: Readonly<Record<string, number>>;
  /** Lowest version accepted from anyone. */
  readonly floor: number;
  readonly roles: CustomRoles;
  readonly supportUntil: number;
  readonly supportScope: SupportRole;
  readonly support: Readonly<Record<string, number>>;
  readonly features: readonly Feature[];
};

/** More entries than this roll the fence into the floor (measured: 1,000 more than halve the rate of requests). */
export const fenceLimit = 100;

export function newAccess(features: readonly Feature[]): Access {
  return {
    status: statusOf(noHolds),
    holds: noHolds,
    seq: 1,
    fence: {},
    floor: 0,
    roles: {},
    supportUntil: 0,
    supportScope: 'support',
    support: {},
    features,
  };
}

/**
 * Raises the fence for people whose right changes: every older version of theirs is refused from now on.
 * Returns the new access and the version that each of them has from now on (the new `seq`). When the
 * fence would pass `fenceLimit` entries it is emptied and `floor` takes its place.
 */
export function raiseFence(access: Access, uids: readonly string[]): { access: Access; version: number } {
  const version = access.seq + 1;
  const fence = { ...access.fence, ...Object.fromEntries(uids.map((uid) => [uid, version])) };
  const rolls = Object.keys(fence).length > fenceLimit;
  return {
    version,
    access: { ...access, seq: version, fence: rolls ? {} : fence, floor: rolls ? version : access.floor },
  };
}

/** The lowest version of a claim that is accepted from a person. */
export function lowestVersion(access: Pick<Access, 'fence' | 'floor'>, uid: string): number {
  return Math.max(access.floor, Object.hasOwn(access.fence, uid) ? (access.fence[uid] ?? 0) : 0);
}

/** Puts one hold and recomputes the status; the other holds stay. */
export function withHold(access: Access, kind: keyof Holds, status: TenantStatus): Access {
  const holds = { ...access.holds, [kind]: status };
  return { ...access, holds, status: statusOf(holds) };
}
