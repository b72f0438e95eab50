import type { OrderLine, ProductDocument } from '@tenantry/model/documents/business';
import type { FieldIssue, ShortLine } from '@tenantry/model/errors';
import { quantityLimit } from '@tenantry/model/formats';
import { Refusal } from '../platform/operations/errors.ts';

/** What somebody wants of one product. `index` is where the input names it first. */
export type WantedLine = { readonly productId: string; readonly quantity: number; readonly index: number };

/** A line at the server's price, and what is left in stock once it is sold. */
export type PricedLine = { readonly line: OrderLine; readonly stockAfter: number };

/** One line for each product, with the sum of its quantities. Throws `input` when a sum passes what a line may hold. */
export function mergeLines(lines: readonly { productId: string; quantity: number }[]): WantedLine[] {
  const merged = new Map<string, WantedLine>();
  for (const [index, { productId, quantity }] of lines.entries()) {
    const first = merged.get(productId);
    merged.set(productId, {
      productId,
      quantity: (first?.quantity ?? 0) + quantity,
      index: first?.index ?? index,
    });
  }
  const issues = [...merged.values()]
    .filter(({ quantity }) => quantity > quantityLimit)
    .map(({ index }) => issue(index, 'quantity', 'too-big', `At most ${quantityLimit} of one product.`));
  if (issues.length > 0) throw new Refusal('input', `Order at most ${quantityLimit} of one product.`, { issues });
  return [...merged.values()];
}

/**
 * The lines at the prices that the transaction read, with name and SKU as they are now. Products come in the order of the
 * lines. Throws `missing` naming each line whose product can't be bought, or `stock` with each line that is short.
 */
export function priceLines(
  wanted: readonly WantedLine[],
  products: readonly (ProductDocument | undefined)[],
): PricedLine[] {
  const issues: FieldIssue[] = [];
  const short: ShortLine[] = [];
  const priced: PricedLine[] = [];
  for (const [position, { productId, quantity, index }] of wanted.entries()) {
    const product = products[position];
    // A draft, an archived product, another shop's and one that never was: the customer is told the same.
    if (product?.status !== 'published') {
      issues.push(issue(index, 'productId', 'unavailable', 'This product is not for sale any more.'));
      continue;
    }
    const { sku, name, unitAmount, stock } = product;
    if (stock < quantity) short.push({ productId, name, requested: quantity, available: stock });
    priced.push({ line: { productId, sku, name, quantity, unitAmount }, stockAfter: stock - quantity });
  }
  if (issues.length > 0) {
    throw new Refusal('missing', 'Some of these products are not for sale any more. Take them out and try again.', {
      issues,
    });
  }
  if (short.length > 0) {
    throw new Refusal('stock', 'There is not enough left of some products. Order fewer and try again.', {
      lines: short,
    });
  }
  return priced;
}

function issue(index: number, field: string, code: string, message: string): FieldIssue {
  return { path: `lines.${index}.${field}`, code, message };
}
