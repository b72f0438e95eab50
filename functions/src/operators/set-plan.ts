import { featuresOf, isPlan, limitsOf, plans } from '@tenantry/model/plans';
import { randomUUID } from 'node:crypto';
import { controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { inTenantContext } from '../platform/tenant-context.ts';
import { workInTenant } from '../platform/operations/tenant-work.ts';
import { runInControlPlane } from '../platform/data/transactions.ts';

/**
 * Puts a business on a plan: limits and features land in the tenant's document and in its access document in one
 * write. For a script, until billing decides it. Throws `missing` for an unknown address, `input` for an
 * unknown plan. After a step down everybody stays in; limits refuse additions only.
 */
export async function setPlan(slug: string, plan: string, now: Date = new Date()): Promise<{ tenantId: string }> {
  if (!isPlan(plan)) throw new Refusal('input', `There is no plan "${plan}". There are: ${plans.join(', ')}.`);
  const found = await runInControlPlane((control) => control.get(controlDocuments.slug(slug)));
  if (!found) throw new Refusal('missing', `There is no business at "${slug}".`);
  const { tenantId } = found;
  await inTenantContext(tenantId, randomUUID(), () =>
    workInTenant({ actor: 'script:tenant-plan', audited: true, now }, async ({ tx, audit }) => {
      const tenant = await tx.get(tenantDocuments.tenant());
      const features = [...featuresOf(plan)];
      tx.update(tenantDocuments.tenant(), { plan, features, limits: limitsOf(plan) });
      tx.update(tenantDocuments.access(), { features });
      audit({ action: 'tenant.plan-set', target: tenantId, details: { before: tenant?.plan ?? null, after: plan } });
    }),
  );
  return { tenantId };
}
