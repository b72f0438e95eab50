import { createHmac } from 'node:crypto';
import type { AuditAction } from '@tenantry/model/audit-actions';
import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { type AuditHead, tenantDocuments } from './data/documents.ts';
import { auditKey } from './environment.ts';
import { instantOf } from './data/instant.ts';
import type { TenantTransaction } from './data/scoped-transaction.ts';
import { requireContext } from './tenant-context.ts';

/** What an entry says. People appear by uid only; details are harmless values of the change, as JSON knows them. */
export type AuditEntry = {
  readonly action: AuditAction;
  readonly target: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** The chain before its first entry. */
export const emptyAuditHead: AuditHead = { seq: 0, hash: '' };

/**
 * Appends entries to the present tenant's chain, in the transaction of the act. The head was read by the caller, since
 * reads come before writes. Each entry's hash covers its content, its tenant and the hash before it, under a key that
 * is not in the database.
 */
export function appendAudit(
  tx: TenantTransaction,
  head: AuditHead,
  actor: string,
  now: Date,
  entries: readonly AuditEntry[],
): void {
  const { tenantId, requestId } = requireContext();
  if (tenantId === null) throw new Error('Platform-wide code has no tenant whose log it could write.');
  let { seq, hash } = head;
  for (const { action, target, details = {} } of entries) {
    seq += 1;
    const content = { seq, at: instantOf(now), actor, action, target, details, requestId, prevHash: hash };
    hash = auditHash(tenantId, content, auditKey.value());
    tx.create(tenantDocuments.audit(auditId(seq)), { ...content, hash });
  }
  tx.set(tenantDocuments.auditHead(), { seq, hash });
}

/** Ids sort as the sequence does. */
export function auditId(seq: number): string {
  return String(seq).padStart(12, '0');
}

/**
 * The HMAC-SHA-256 of an entry of a tenant, base64url, over the canonical JSON of
 * `["audit.entry", tenantId, seq, at (ms), actor, action, target, details, requestId, prevHash]`. The tenant is in it, so that
 * a chain proves nothing in another one's place. Throws when the details hold what JSON has no word for.
 */
export function auditHash(tenantId: string, entry: Omit<AuditDocument, 'hash'>, key: string): string {
  const { seq, at, actor, action, target, details, requestId, prevHash } = entry;
  return seal(['audit.entry', tenantId, seq, at.toMillis(), actor, action, target, details, requestId, prevHash], key);
}

/** The HMAC-SHA-256 of a list, base64url. What its first word names is never taken for something else. */
export function seal(content: readonly unknown[], key: string): string {
  return createHmac('sha256', key).update(canonicalJson(content)).digest('base64url');
}

/**
 * JSON with sorted keys: the same text for the same value, whatever order Firestore returns a map in. Throws for
 * anything else, a timestamp say: two values that read alike must not share a hash.
 */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isMap(value)) {
    const entries = Object.entries(value).filter(([, field]) => field !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) {
    return JSON.stringify(value);
  }
  throw new TypeError('An audit entry holds what JSON has no word for.');
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
