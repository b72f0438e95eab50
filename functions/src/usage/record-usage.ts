import type { Meter } from '@tenantry/model/billing/meters';
import { tenantDocuments } from '../platform/data/documents.ts';
import { instantOf } from '../platform/data/instant.ts';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';

/** A billable act. */
export type Usage = {
  readonly meter: Meter;
  /** A whole number; below 0 where something that stands is given back. Nothing is written for 0. */
  readonly quantity: number;
  /** What it was, as no other act of the meter is called: the order's id, say. It makes the event's id. */
  readonly act: string;
  readonly at: Date;
};

/**
 * Enters a billable act into the ledger, in the transaction of the act: neither is there without the other, and an act that were
 * entered twice fails the commit.
 */
export function recordUsage(tx: TenantTransaction, { meter, quantity, act, at }: Usage): void {
  if (quantity === 0) return;
  tx.create(eventOf({ meter, act }), { meter, quantity, at: instantOf(at), rolledUpAt: null });
}

/** Whether an act is in the ledger already: the answer to its commit may have been lost. */
export async function isRecorded(tx: TenantTransaction, act: Pick<Usage, 'meter' | 'act'>): Promise<boolean> {
  return (await tx.get(eventOf(act))) !== undefined;
}

const eventOf = ({ meter, act }: Pick<Usage, 'meter' | 'act'>) => tenantDocuments.usageEvent(`${meter}-${act}`);
