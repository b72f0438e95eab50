import type { OperatorCall } from '../operator-operation.ts';
import { writePlatformAudit } from '../platform-audit.ts';
import { requireRegistered } from '../require-operator.ts';
import type { OverrideChange } from './write-override.ts';

type OverrideCall = OperatorCall<{ readonly tenantId: string; readonly reason: string }>;

/** Who changes an override, and how both audit logs tell of it. */
export function tellingOperator(
  { caller, input, now, requestId }: OverrideCall,
  what: Readonly<Record<string, unknown>>,
): Omit<OverrideChange, 'change'> {
  const { tenantId, reason } = input;
  const told = { ...what, reason };
  return {
    tenantId,
    requestId,
    actor: caller.uid,
    now,
    told,
    async inRegisters(registers) {
      await requireRegistered(registers, caller);
      const entry = { actor: caller.uid, action: 'tenant.override-set', target: tenantId, details: told } as const;
      return () => writePlatformAudit(registers, now, entry);
    },
  };
}
