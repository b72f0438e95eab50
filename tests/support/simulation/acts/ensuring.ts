import type { Handlers } from '../handlers.ts';
import { tenantId } from '../world.ts';

/** What begins a purchase: answers the customer that the business has then, another one when the known one was deleted. */
export function ensureAnyCustomer(handlers: Handlers, known: string, now: Date): Promise<string> {
  const buyer = { uid: 'owner', email: 'owner@example.com' };
  return handlers.inTenantContext(tenantId, 'purchase', () => handlers.ensureCustomer({ tenantId, known, buyer, now }));
}
