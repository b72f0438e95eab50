import { type AuditEntry, appendAudit, emptyAuditHead } from '../audit.ts';
import { beginClaimsChange, type ClaimsChange } from '../claims/change-claims.ts';
import { tenantDocuments } from '../data/documents.ts';
import { readToday } from './daily-count.ts';
import { denied, Refusal } from './errors.ts';
import { log } from '../log.ts';
import type { TenantWork } from './operation.ts';
import { type MailRequest, queueMails, writeMail } from '../outbox.ts';
import type { ControlTransaction } from '../data/scoped-transaction.ts';
import { fromStored } from '../data/stored-access.ts';
import { requireContext } from '../tenant-context.ts';
import { runInTenant } from '../data/transactions.ts';

/** How a piece of work in a tenant is declared. */
export type TenantWorkOptions = {
  /** Whom the audit log names. */
  readonly actor: string;
  /** Whether it must write an entry, may write none, or may write one when it changes something after all. */
  readonly audited: boolean | 'when-changed';
  readonly now: Date;
};

/**
 * Runs work in one transaction of the present tenant and then what it asked for: projections and claims of
 * people whose membership changed, mails, copies in the control plane. A transaction that is tried again
 * starts with a clean list; a person's mark stands from before the commit until the claims are right, so
 * a crash in between is found by the sweep. `ledger` is the platform's registers in the tenant's own database.
 */
export async function workInTenant<T>(
  options: TenantWorkOptions,
  work: (tenant: TenantWork, ledger: ControlTransaction) => Promise<T>,
): Promise<T> {
  const tenantId = requireContext().tenantId ?? '';
  const { actor, audited, now } = options;
  const changes = new Map<string, ClaimsChange>();
  let mailIds: string[] = [];
  let afterwards: (() => Promise<void>)[] = [];

  const result = await runInTenant(async (tx, outbox) => {
    mailIds = [];
    afterwards = [];
    const entries: AuditEntry[] = [];
    const mails: MailRequest[] = [];
    const [stored, head] = await Promise.all([
      tx.get(tenantDocuments.access()),
      audited ? tx.get(tenantDocuments.auditHead()) : undefined,
    ]);
    if (!stored) throw denied();
    const answer = await work(
      {
        tenantId,
        now,
        tx,
        access: fromStored(stored),
        audit: (entry) => entries.push(entry),
        today: (key) => readToday(outbox, key, now),
        mail: (request) => mails.push(request),
        afterCommit: (later) => afterwards.push(later),
        changesMembership: async (uid, { active = false } = {}) => {
          if (!changes.has(uid)) changes.set(uid, await beginClaimsChange(uid, { tenantId, active }));
        },
      },
      outbox,
    );
    if (audited !== 'when-changed' && audited !== entries.length > 0) {
      throw new Error(
        audited ? 'An audited operation wrote no entry.' : 'An entry was written without being declared.',
      );
    }
    if (audited && entries.length > 0) appendAudit(tx, head ?? emptyAuditHead, actor, new Date(), entries);
    mailIds = mails.map((request) => writeMail(outbox, request, now));
    return answer;
  }).catch(async (fault: unknown) => {
    // The commit may have gone through although its answer was lost: what was announced is brought in step either way.
    await settle([...changes.values()].map((change) => change.finish()));
    throw fault;
  });

  await Promise.all([...[...changes.values()].map((change) => change.finish()), ...afterwards.map(orAgain)]);
  await queueMails(mailIds);
  return result;
}

/** Work after the commit. Throws `contention` when it fails: what was committed stands, and the same call repeats the rest. */
async function orAgain(later: () => Promise<void>): Promise<void> {
  await later().catch((fault: unknown) => {
    log.backgroundFailed('work after a commit', fault);
    throw new Refusal('contention', 'This was saved, but does not show everywhere yet. Save it again.');
  });
}

/** Waits for all; what fails is left to the sweep, which finds the mark, and never hides the fault before it. */
async function settle(work: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === 'rejected') log.backgroundFailed('claims after a failed transaction', outcome.reason);
  }
}
