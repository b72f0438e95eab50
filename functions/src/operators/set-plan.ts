import { isPlan, plans } from '@tenantry/model/plans';
import { randomUUID } from 'node:crypto';
import { controlDocuments } from '../platform/data/documents.ts';
import { runInControlPlane } from '../platform/data/transactions.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { writeOverride } from './billing/write-override.ts';

/**
 * Puts a business on a plan beside what it pays for, until it is taken back: for a script. Throws `missing` for an unknown
 * address, `input` for an unknown plan. After a step down everybody stays in; limits refuse additions only.
 */
export async function setPlan(slug: string, plan: string, now: Date = new Date()): Promise<void> {
  if (!isPlan(plan)) throw new Refusal('input', `There is no plan "${plan}". There are: ${plans.join(', ')}.`);
  const found = await runInControlPlane((control) => control.get(controlDocuments.slug(slug)));
  if (!found) throw new Refusal('missing', `There is no business at "${slug}".`);
  await writeOverride({
    tenantId: found.tenantId,
    requestId: randomUUID(),
    actor: 'script:tenant-plan',
    now,
    told: { plan, until: null },
    change: (before) => ({ ...before, plan: { value: plan, until: null } }),
  });
}
