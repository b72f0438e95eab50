import type { Entitlements } from '@tenantry/model/billing/billing-state';
import type { Overrides } from '@tenantry/model/billing/overrides';
import { readBefore, writeState } from '../../billing/sync/write-state.ts';
import { controlDocuments } from '../../platform/data/documents.ts';
import type { ControlTransaction } from '../../platform/data/scoped-transaction.ts';
import { runInControlPlane } from '../../platform/data/transactions.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import { workInTenant } from '../../platform/operations/tenant-work.ts';
import { inTenantContext } from '../../platform/tenant-context.ts';

export type OverrideChange = {
  readonly tenantId: string;
  readonly requestId: string;
  /** A uid, or `script:<name>`. */
  readonly actor: string;
  readonly now: Date;
  /** What the tenant's audit log tells of it, beside before and after. */
  readonly told: Readonly<Record<string, unknown>>;
  readonly change: (before: Overrides) => Overrides;
  /** Judges once more who asks, in the same transaction, and answers what the platform's own log is told. */
  readonly inRegisters?: (registers: ControlTransaction) => Promise<() => void>;
};

/**
 * Changes what a business has beside what it pays for. Its entitlements follow in the same transaction, from what Stripe said last.
 * Answers those that are in force now. Throws `missing` when there is no such business.
 */
export async function writeOverride(wish: OverrideChange): Promise<Entitlements> {
  const { tenantId, requestId, actor, now, told, change, inRegisters } = wish;
  const placement = await runInControlPlane((control) => control.get(controlDocuments.placement(tenantId)));
  if (!placement) throw new Refusal('missing', 'There is no such business.');
  return inTenantContext(tenantId, requestId, () =>
    workInTenant({ actor, audited: true, now }, async (work, registers) => {
      const tellPlatform = await inRegisters?.(registers);
      const before = await readBefore(work.tx);
      const { overrides, syncedAt } = before.record;
      work.audit({ action: 'billing.override-set', target: tenantId, details: told });
      // Not before the moment that the present state is of: Stripe's clock may be ahead.
      const at = new Date(Math.max(now.getTime(), syncedAt ?? 0));
      const { entitlements } = await writeState({ ...work, now: at }, before, { overrides: change(overrides) });
      tellPlatform?.();
      return entitlements;
    }),
  );
}
