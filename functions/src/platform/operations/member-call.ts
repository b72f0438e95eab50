import { lowestVersion } from '@tenantry/model/access';
import { type ClaimEntry, claimOf } from '@tenantry/model/claims';
import type { MemberDocument } from '@tenantry/model/documents/people';
import { tenantIdPattern } from '@tenantry/model/tenant-id';
import { can } from '@tenantry/model/roles';
import { passesGate, type StatusGate, type TenantStatus } from '@tenantry/model/tenant-status';
import type { Caller } from './caller.ts';
import { tenantDocuments } from '../data/documents.ts';
import { denied, Refusal } from './errors.ts';
import type { TenantWork } from './operation.ts';

/** The tenant that an input selects. What is no tenant's id is answered as a tenant that is not there: `denied`. */
export function requireTenantId(input: unknown): string {
  const named = typeof input === 'object' && input !== null && Object.hasOwn(input, 'tenantId');
  const tenantId = named ? (input as { tenantId: unknown }).tenantId : undefined;
  if (typeof tenantId !== 'string' || !tenantIdPattern.test(tenantId)) throw denied();
  return tenantId;
}

/** The tenant that an input selects and the caller's claim for it. Throws `denied` when there is none. */
export function requireClaim(caller: Caller, input: unknown): { tenantId: string; claim: ClaimEntry } {
  const tenantId = requireTenantId(input);
  const claim = claimOf(caller.token, tenantId);
  if (!claim) throw denied();
  return { tenantId, claim };
}

/**
 * The caller's member document, read in the transaction that writes, so that an order can't commit after its
 * author's removal has returned. Throws `denied` unless it exists and the claim is neither below the fence nor older or of
 * another role than the membership.
 */
export async function requireMember(
  work: Pick<TenantWork, 'tx' | 'access'>,
  caller: Caller,
  [role, version]: ClaimEntry,
): Promise<MemberDocument> {
  const member = await work.tx.get(tenantDocuments.member(caller.uid));
  const lowest = Math.max(lowestVersion(work.access, caller.uid), member?.version ?? 0);
  if (!member || version < lowest || member.role !== role) throw denied();
  return member;
}

/** Throws `state` unless the tenant's status lets this kind of operation go on. */
export function requireStatus(gate: StatusGate, status: TenantStatus): void {
  if (passesGate(gate, status)) return;
  throw new Refusal('state', statusWords[status], { status });
}

const statusWords = {
  active: 'This is not possible in the present state.',
  readonly: 'This business is read-only at the moment. An owner can lift that.',
  suspended: 'This business is suspended. An owner can find out why.',
  deleting: 'This business is being deleted. An owner can stop that.',
} as const satisfies Record<TenantStatus, string>;

/** Throws `denied` unless the member's role holds one of the permissions; a list of none asks for nothing. */
export function requireAnyPermission(
  work: Pick<TenantWork, 'tx' | 'access'>,
  member: MemberDocument,
  permissions: readonly Parameters<typeof can>[1][],
): void {
  if (permissions.length === 0 || permissions.some((permission) => can(member.role, permission, work.access.roles)))
    return;
  throw denied();
}
