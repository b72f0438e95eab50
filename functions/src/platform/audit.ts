import { createHmac } from 'node:crypto';
import type { AuditAction } from '@tenantry/model/audit-actions';
import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { type AuditHead, tenantDocuments } from './data/documents.ts';
import { auditKey } from './environment.ts';
import { instantOf } from './data/instant.ts';
import type { TenantTransaction } from './data/scoped-transaction.ts';

/** What an entry says. People appear by uid only; details are harmless values of the change. */
export type AuditEntry = {
  readonly action: AuditAction;
  readonly target: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** The chain before its first entry. */
export const emptyAuditHead: AuditHead = { seq: 0, hash: '' };

/**
 * Appends entries to a tenant's chain, in the transaction of the act. The head was read by the caller, since
 * reads come before writes. Each entry's hash covers its content and the hash before it, under a key that is
 * not in the database.
 */
export function appendAudit(
  tx: TenantTransaction,
  head: AuditHead,
  actor: string,
  now: Date,
  entries: readonly AuditEntry[],
): void {
  let { seq, hash } = head;
  for (const { action, target, details = {} } of entries) {
    seq += 1;
    const content = { seq, at: instantOf(now), actor, action, target, details, prevHash: hash };
    hash = auditHash(content, auditKey.value());
    tx.create(tenantDocuments.audit(auditId(seq)), { ...content, hash });
  }
  tx.set(tenantDocuments.auditHead(), { seq, hash });
}

/** Ids sort as the sequence does. */
export function auditId(seq: number): string {
  return String(seq).padStart(12, '0');
}

/** The HMAC-SHA-256 of an entry, base64url: of its canonical JSON with the former entry's hash in it. */
export function auditHash(entry: Omit<AuditDocument, 'hash'>, key: string): string {
  const { seq, at, actor, action, target, details, prevHash } = entry;
  const content = canonicalJson([seq, at.toMillis(), actor, action, target, details, prevHash]);
  return createHmac('sha256', key).update(content).digest('base64url');
}

/** JSON with sorted keys: the same text for the same value, whatever order Firestore returns a map in. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}
