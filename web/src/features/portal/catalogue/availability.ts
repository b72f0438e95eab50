import { quantityLimit } from '@tenantry/model/formats';

export type Availability = 'sold-out' | 'few' | 'in-stock';

/** From here down the number left is told. */
const few = 5;

export function availabilityOf(stock: number): Availability {
  if (stock <= 0) return 'sold-out';
  return stock <= few ? 'few' : 'in-stock';
}

/** How many pieces one order can have of a product. */
export function mostOf(stock: number): number {
  return Math.max(0, Math.min(stock, quantityLimit));
}
