import { askAnew } from '../../../shared/access/tenant-access.ts';
import { call } from '../../../shared/api/call.ts';

const running = new Map<string, Promise<void>>();

/**
 * Has what a business pays for looked up now, for somebody who comes back from paying, and whether that still holds it back.
 * Many askers share one question. Throws `OperationError`.
 */
export function syncPayments(tenantId: string): Promise<void> {
  const asked = running.get(tenantId) ?? sync(tenantId).finally(() => running.delete(tenantId));
  running.set(tenantId, asked);
  return asked;
}

async function sync(tenantId: string): Promise<void> {
  await call('syncBilling', { tenantId });
  await askAnew(tenantId);
}
