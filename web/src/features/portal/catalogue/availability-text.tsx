import { m } from '../../../paraglide/messages.js';
import { cn } from '../../../shared/ui/cn.ts';
import { type Availability, availabilityOf } from './availability.ts';

const looks = {
  'sold-out': { text: () => m.portal_sold_out(), tone: 'text-muted' },
  few: { text: (count: number) => m.portal_few_left({ count }), tone: 'text-warn' },
  'in-stock': { text: () => m.portal_in_stock(), tone: 'text-good' },
} satisfies Record<Availability, { text: (stock: number) => string; tone: string }>;

/** What is left, in words. */
export function AvailabilityText({ stock }: { readonly stock: number }) {
  const { text, tone } = looks[availabilityOf(stock)];
  return <span className={cn('text-small', tone)}>{text(stock)}</span>;
}
