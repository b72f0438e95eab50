import { auditHash, auditId } from '../platform/audit.ts';
import { type AuditHead, controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import { forEveryTenant } from '../platform/data/tenants/every-tenant.ts';
import { instantOf } from '../platform/data/instant.ts';
import { readTenant, runInControlPlane } from '../platform/data/transactions.ts';
import { auditKey } from '../platform/environment.ts';
import { readHead } from './read-chain.ts';
import { signedHeadId, signHead } from './signed-head.ts';

/**
 * Signs where each tenant's chain ends, once a day (UTC) for each: from then on a tail that is cut off and a chain that is
 * written anew are found, even with the key. Answers how many tenants there are and how many heads it signed.
 */
export async function signAuditHeads(now: Date): Promise<{ tenants: number; signed: number }> {
  const day = now.toISOString().slice(0, 10);
  let signed = 0;
  const tenants = await forEveryTenant(now, async (tenantId) => {
    if (await signHeadOf(tenantId, day)) signed += 1;
  });
  return { tenants, signed };
}

/** Whether a head was signed: not when the day has one, nor for a tenant that is being made. Throws for one that is not ours to sign. */
async function signHeadOf(tenantId: string, day: string): Promise<boolean> {
  const path = controlDocuments.platformAudit(signedHeadId(tenantId, day));
  if (await runInControlPlane((control) => control.get(path))) return false;
  const head = await readHead();
  if (head.seq === 0) return false;
  await requireOurs(tenantId, head);
  // The clock and not the moment that the schedule was given: an entry that is younger can't have been signed.
  const entry = signHead(tenantId, head, day, instantOf(new Date()), auditKey.value());
  return runInControlPlane(async (control) => {
    if (await control.get(path)) return false;
    control.create(path, entry);
    return true;
  });
}

/** Nothing is signed that somebody without the key put there. */
async function requireOurs(tenantId: string, { seq, hash }: AuditHead): Promise<void> {
  const entry = await readTenant((tx) => tx.get(tenantDocuments.audit(auditId(seq))));
  if (entry?.hash === hash && auditHash(tenantId, entry, auditKey.value()) === hash) return;
  throw new Error(`The audit log does not end as its head says, at entry ${seq}: verify it.`);
}
