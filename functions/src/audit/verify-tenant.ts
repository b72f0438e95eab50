import { randomUUID } from 'node:crypto';
import { requirePlaced } from '../platform/data/tenants/placed.ts';
import { inTenantContext } from '../platform/tenant-context.ts';
import { checkChain, lastSignedAt } from './read-chain.ts';
import { signedWords } from './signed-words.ts';

/** A sentence about a tenant's log that is whole. Throws one that names the first bad entry, or says that there is no such tenant. */
export async function verifyTenant(tenantId: string): Promise<string> {
  await requirePlaced(tenantId);
  const { entries, firstBad, signedAt } = await inTenantContext(tenantId, randomUUID(), async () => ({
    ...(await checkChain()),
    signedAt: await lastSignedAt(),
  }));
  if (firstBad === undefined) {
    return `The audit log of ${tenantId} is whole: ${entries} entries. ${signedWords(signedAt, Date.now())}`;
  }
  throw new Error(
    `The audit log of ${tenantId} is not as it was written: the first bad entry is number ${firstBad}. ` +
      `It was changed, removed, reordered or cut off; nothing from there on is vouched for. There are ${entries} entries.`,
  );
}
