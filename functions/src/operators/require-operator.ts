import { parseClaims } from '@tenantry/model/claims';
import type { Caller } from '../platform/operations/caller.ts';
import { controlDocuments } from '../platform/data/documents.ts';
import { denied } from '../platform/operations/errors.ts';
import type { ControlTransaction } from '../platform/data/scoped-transaction.ts';

/** Throws `denied` unless the caller's token says that they are an operator. Costs nothing. */
export function requireOperatorClaim(caller: Caller): void {
  if (parseClaims(caller.token).operator !== true) throw denied();
}

/**
 * Throws `denied` unless the caller is in the register. A token outlives a dismissal, so this is read for each call,
 * and again in the transaction of each write.
 */
export async function requireRegistered(registers: ControlTransaction, { uid }: Caller): Promise<void> {
  if (!(await registers.get(controlDocuments.operator(uid)))) throw denied();
}
