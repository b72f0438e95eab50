import type { ErrorReason, ShortLine } from '@tenantry/model/errors';
import type { ApiInput, ApiOutput } from '@tenantry/model/operations/api';
import { OperationError } from '../../../../shared/api/operation-error.ts';
import { agreedTotal, type Attempt, type Basket, isSameOrder, withoutOrdered } from '../basket.ts';
import type { BasketStore } from '../basket-store.ts';

/** What became of an order. Only `unknown` leaves open whether it stands. */
export type Outcome =
  | { readonly kind: 'placed'; readonly orderId: string; readonly number: number }
  /** The basket was changed after an order whose answer was lost, and that one stands: nothing more was ordered. */
  | { readonly kind: 'earlier'; readonly orderId: string; readonly number: number }
  | { readonly kind: 'short'; readonly lines: readonly ShortLine[] }
  | { readonly kind: 'gone'; readonly productIds: readonly string[] }
  | { readonly kind: 'repriced'; readonly total: number }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'unknown' }
  /** The basket is empty, and no earlier order stands. */
  | { readonly kind: 'nothing' };

type Order = Omit<ApiInput<'placeOrder'>, 'tenantId'>;
export type Send = (order: Order) => Promise<ApiOutput<'placeOrder'>>;

/** No order's total: whoever expects it is told of the order that stands under a key, or refused. It never makes one. */
const neverTheTotal = Number.MAX_SAFE_INTEGER;

type Store = Pick<BasketStore, 'read' | 'change'>;

const underWay = new WeakMap<Store, Promise<Outcome>>();

/**
 * Orders what is in the basket, at the prices that the person agreed to, and takes it out. The key lies in the basket
 * before it is sent and stays until an answer comes, so a second tap, a retry, a reload and another tab make one order.
 */
export function sendOrder(store: Store, send: Send): Promise<Outcome> {
  const running = underWay.get(store) ?? order(store, send).finally(() => underWay.delete(store));
  underWay.set(store, running);
  return running;
}

async function order(store: Store, send: Send): Promise<Outcome> {
  const lost = store.read().attempt;
  if (lost && !isSameOrder(lost, store.read())) {
    const found = await lookUp(lost, send);
    if (found.kind !== 'none') {
      if (found.kind === 'earlier') store.change(withoutAttempt);
      return found;
    }
    store.change(withoutAttempt);
  }
  const basket = store.read();
  if (basket.lines.length === 0) return { kind: 'nothing' };
  const attempt = basket.attempt ?? attemptOf(basket);
  store.change((present) => ({ ...present, attempt }));
  try {
    const { orderId, number } = await send({ ...orderOf(attempt), expectedTotal: agreedTotal(basket) });
    store.change((present) => withoutOrdered(present, attempt));
    return { kind: 'placed', orderId, number };
  } catch (error) {
    // Of an order that was never sent before, any refusal is the answer: nothing was made, and the next one is another.
    if (saysThatNoneStands(error) || (!basket.attempt && !isUnknown(error))) store.change(withoutAttempt);
    return outcomeOf(error, attempt);
  }
}

function attemptOf({ lines, message }: Basket): Attempt {
  return {
    key: crypto.randomUUID(),
    lines: lines.map(({ productId, quantity }) => ({ productId, quantity })),
    message: message.trim(),
  };
}

function orderOf({ key, lines, message }: Attempt): Order {
  return { idempotencyKey: key, lines: [...lines], message };
}

function withoutAttempt({ lines, message }: Basket): Basket {
  return { lines, message };
}

type Found = Extract<Outcome, { kind: 'earlier' | 'refused' | 'unknown' }> | { readonly kind: 'none' };

/** The order that stands under an attempt's key, that none does, or why that cannot be said. */
async function lookUp(attempt: Attempt, send: Send): Promise<Found> {
  try {
    const { orderId, number } = await send({ ...orderOf(attempt), expectedTotal: neverTheTotal });
    return { kind: 'earlier', orderId, number };
  } catch (error) {
    if (saysThatNoneStands(error)) return { kind: 'none' };
    return isUnknown(error) ? { kind: 'unknown' } : { kind: 'refused', error };
  }
}

/** What the shop looks at after it has looked for the key. Any other refusal may hide an order that stands. */
const judgedAfterTheKey: ReadonlySet<ErrorReason> = new Set(['missing', 'stock', 'price-changed', 'plan-limit']);

function saysThatNoneStands(error: unknown): boolean {
  return error instanceof OperationError && error.reason !== undefined && judgedAfterTheKey.has(error.reason);
}

function isUnknown(error: unknown): boolean {
  return !(error instanceof OperationError) || error.code === 'unavailable';
}

function outcomeOf(error: unknown, { lines }: Attempt): Outcome {
  if (!(error instanceof OperationError) || isUnknown(error)) return { kind: 'unknown' };
  const { reason, details } = error;
  if (reason === 'stock' && details.lines) return { kind: 'short', lines: details.lines };
  if (reason === 'price-changed' && details.total !== undefined) return { kind: 'repriced', total: details.total };
  const gone = (details.issues ?? []).flatMap(({ path }) => lines[Number(path.split('.')[1])]?.productId ?? []);
  if (reason === 'missing' && gone.length > 0) return { kind: 'gone', productIds: gone };
  return { kind: 'refused', error };
}
