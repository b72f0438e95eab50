import type { ApiOutput, ApiParsed } from '@tenantry/model/operations/api';
import { orderOperations } from '@tenantry/model/operations/orders';
import { createHash } from 'node:crypto';
import { tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { instantOf } from '../platform/data/instant.ts';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';
import type { WantedLine } from './order-lines.ts';

/** A key is remembered for so long: longer than anybody keeps a basket open. */
const rememberedForMilliseconds = 90 * 86_400_000;

type Answer = ApiOutput<'placeOrder'>;
type Input = ApiParsed<'placeOrder'>;

/** What is known of an idempotency key: the answer that it got before, and how to remember one. */
export type RememberedOrder = {
  readonly answer: Answer | undefined;
  readonly remember: (tx: TenantTransaction, answer: Answer, now: Date) => void;
};

/**
 * Looks a caller's key up. The key belongs to its caller: the same key of another person is another key.
 * Throws `idempotency-key-reused` when it came with another request before.
 */
export async function rememberedOrder(
  tx: TenantTransaction,
  uid: string,
  input: Input,
  wanted: readonly WantedLine[],
): Promise<RememberedOrder> {
  const path = tenantDocuments.idempotency(sha256([uid, input.idempotencyKey]));
  const request = requestOf(input, wanted);
  const record = await tx.get(path);
  if (record && record.request !== request) {
    throw new Refusal('idempotency-key-reused', 'This order was sent before with other contents. Start a new one.');
  }
  return {
    answer: record && orderOperations.placeOrder.output.parse(record.answer),
    remember: (writing, answer, now) => {
      const expiresAt = instantOf(now.getTime() + rememberedForMilliseconds);
      writing.create(path, { request, answer, at: instantOf(now), expiresAt });
    },
  };
}

/**
 * What makes two requests the same: what is ordered, for whom and with which words. Not the expected total: whoever
 * lost the answer and asks again at a new price must find the order that stands.
 */
function requestOf({ customerUid, customerName, message }: Input, wanted: readonly WantedLine[]): string {
  const lines = wanted.map(({ productId, quantity }) => [productId, quantity] as const);
  lines.sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256([lines, customerUid ?? null, customerName ?? null, message ?? '']);
}

/** Of its JSON, so that no two lists of parts read the same. */
function sha256(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
