import type { OperatorInput } from '@tenantry/model/operations/operator';
import { m } from '../../paraglide/messages.js';
import { callOperator } from '../../shared/api/call.ts';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { statusName } from './status-badge.tsx';
import { type Business, refreshBusinesses } from './use-businesses.ts';

export type Hold = OperatorInput<'setTenantStatus'>['status'];

/** What operators can allow, from open to shut. */
export const holds = ['active', 'readonly', 'suspended'] as const satisfies readonly Hold[];

const done = {
  active: m.console_done_active,
  readonly: m.console_done_readonly,
  suspended: m.console_done_suspended,
} satisfies Record<Hold, (inputs: { name: string }) => string>;

/** Moves the operators' hold of a business, says so, and offers to take it back. Throws `OperationError`. */
export async function setHold(
  { tenantId, name, operatorHold }: Pick<Business, 'tenantId' | 'name' | 'operatorHold'>,
  { status, reason }: { readonly status: Hold; readonly reason: string },
): Promise<void> {
  const { status: present } = await callOperator('setTenantStatus', { tenantId, status, reason });
  await refreshBusinesses();
  const text = present === status ? done[status]({ name }) : m.console_done_held({ name, status: statusName(present) });
  toastDone(text, async () => {
    const before = operatorHold as Hold;
    await callOperator('setTenantStatus', {
      tenantId,
      status: before,
      reason: m.console_undo_reason({ reason }).slice(0, 500),
    });
    await refreshBusinesses();
  });
}
