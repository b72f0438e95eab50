import { onDocumentWritten } from 'firebase-functions/v2/firestore';
import { region } from '../environment.ts';
import { inPlatformContext, inTenantContext } from '../tenant-context.ts';
import { claimsAgree } from './agreement.ts';
import { refreshClaims } from './change-claims.ts';

/**
 * The backstop: whoever changes a membership or an operator sets the claims before it answers, so that these
 * mostly find nothing to do. They are tried again until they succeed.
 */
const options = { region, retry: true, memory: '256MiB' } as const;

export const membershipsToClaims = onDocumentWritten(
  { ...options, document: 'users/{uid}/memberships/{tenantId}' },
  ({ id, params: { uid, tenantId } }) => inTenantContext(tenantId, id, () => bringInStep(uid, [tenantId])),
);

export const operatorsToClaims = onDocumentWritten(
  { ...options, document: 'operators/{uid}' },
  ({ id, params: { uid } }) => inPlatformContext(id, () => bringInStep(uid, [])),
);

async function bringInStep(uid: string, tenants: readonly string[]): Promise<void> {
  if (!(await claimsAgree(uid))) await refreshClaims(uid, tenants);
}
