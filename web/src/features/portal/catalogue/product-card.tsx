import type { ProductDocument } from '@tenantry/model/documents/business';
import { Link } from '../../../shared/navigation/link.tsx';
import type { Row } from '../../../shared/live/source.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { urls } from '../../../shared/urls.ts';
import { AvailabilityText } from './availability-text.tsx';
import { IntoBasket } from './into-basket.tsx';

/** A product on the shelf. The whole card leads to it; what puts it into the basket stays above. */
export function ProductCard({ product }: { readonly product: Row<ProductDocument> }) {
  const { slug, money } = useTenant();
  const { id, name, description, unitAmount, stock } = product;
  return (
    <li className="relative grid content-between gap-3 rounded-xl border border-line bg-surface p-4 [contain-intrinsic-size:auto_8.5rem] [content-visibility:auto] hover:border-line-strong/60">
      <div className="grid gap-1">
        <h2 className="font-semibold">
          <Link href={urls.portalProduct(slug, id)} className="after:absolute after:inset-0 after:rounded-xl">
            {name}
          </Link>
        </h2>
        {description && <p className="line-clamp-2 text-small text-muted">{description}</p>}
      </div>
      <div className="flex min-h-11 items-center justify-between gap-3">
        <p className="grid">
          <span className="font-semibold">{money(unitAmount)}</span>
          <AvailabilityText stock={stock} />
        </p>
        <div className="relative">
          <IntoBasket product={product} />
        </div>
      </div>
    </li>
  );
}

export const shelfClass = 'grid gap-3 md:grid-cols-2 md:gap-4 lg:grid-cols-3';

/** Cards as high as the ones that will come. */
export function ShelfSkeleton({ label }: { readonly label: string }) {
  return (
    <output aria-label={label} className={shelfClass}>
      {Array.from({ length: 6 }, (_, card) => (
        <span key={card} className="grid h-34 content-between rounded-xl border border-line bg-surface p-4">
          <span className="grid gap-2">
            <span className="h-4 w-2/3 animate-pulse rounded bg-line" />
            <span className="h-3 w-full animate-pulse rounded bg-line" />
          </span>
          <span className="h-4 w-1/4 animate-pulse rounded bg-line" />
        </span>
      ))}
    </output>
  );
}
