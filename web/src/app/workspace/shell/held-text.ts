import type { HoldKind } from '@tenantry/model/tenant-status';
import { m } from '../../../paraglide/messages.js';

const teamTexts = { suspended: m.gate_suspended_text, deleting: m.gate_deleting_text };
const debtTexts = { alone: m.gate_suspended_debt, beside: m.gate_suspended_both };

/** Why nothing of a business can be opened, and who can help: to an owner with what is known of who holds it back. */
export function heldText(status: keyof typeof teamTexts, isOwner: boolean, heldBy: readonly HoldKind[] = []): string {
  if (!isOwner) return teamTexts[status]();
  if (status === 'deleting') return m.gate_deleting_owner();
  if (!heldBy.includes('billing')) return m.gate_suspended_owner();
  return debtTexts[heldBy.includes('operator') ? 'beside' : 'alone']();
}
