import { randomUUID } from 'node:crypto';
import type { PlatformAuditDocument } from '@tenantry/model/documents/platform';
import { controlDocuments } from '../platform/data/documents.ts';
import { instantOf } from '../platform/data/instant.ts';
import type { ControlTransaction } from '../platform/data/scoped-transaction.ts';

/** Writes into the platform's own audit log, in the transaction of the act. */
export function writePlatformAudit(
  registers: ControlTransaction,
  now: Date,
  entry: Omit<PlatformAuditDocument, 'at'>,
): void {
  registers.create(controlDocuments.platformAudit(randomUUID()), { ...entry, at: instantOf(now) });
}
