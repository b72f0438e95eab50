import { ShoppingBasket, Store } from 'lucide-react';
import type { ProductDocument } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import { navigate, withSearch } from '../../../shared/navigation/address.ts';
import { Link } from '../../../shared/navigation/link.tsx';
import { useAddress } from '../../../shared/navigation/use-address.ts';
import type { Row } from '../../../shared/live/source.ts';
import { queries } from '../../../shared/queries.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button, buttonClass } from '../../../shared/ui/basics/button.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { SearchField } from '../../../shared/ui/data/search-field.tsx';
import { cn } from '../../../shared/ui/cn.ts';
import { urls } from '../../../shared/urls.ts';
import { agreedTotal, piecesOf } from '../basket/basket.ts';
import { useBasket } from '../basket/basket-store.ts';
import { useShopQuery } from '../use-shop-live.ts';
import { filterOf, filterProducts } from './catalogue-filter.ts';
import { ProductCard, shelfClass, ShelfSkeleton } from './product-card.tsx';
import { ShopListState } from '../shop-list-state.tsx';

/** So many products are read at first, and more of them with each step: searching needs no index of words. */
const step = 300;
const stepsAtMost = 20;

/** What the shop offers, by name. */
export function CataloguePage() {
  const { tenantId, profile } = useTenant();
  const address = useAddress();
  const filter = filterOf(address.search);
  const steps = Math.min(Math.max(Number(address.search.get('more')) || 1, 1), stepsAtMost);
  const shown = steps * step;
  const products = useShopQuery<ProductDocument>(queries.publishedProducts(tenantId, shown + 1));

  const change = (changes: Record<string, string | undefined>, replace = true) =>
    navigate(withSearch(address, changes), { replace });

  return (
    <>
      <PageHeader title={m.portal_shop_title()} />
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <SearchField label={m.portal_search()} value={filter.text} onSearch={(q) => change({ q })} />
        <label className="touch flex cursor-pointer items-center gap-2 rounded-lg px-2">
          <input
            type="checkbox"
            className="size-5 accent-(--accent)"
            checked={filter.availableOnly}
            onChange={({ target }) => change({ 'in-stock': target.checked ? '1' : undefined })}
          />
          {m.portal_filter_available()}
        </label>
      </div>
      <ShopListState
        live={products}
        skeleton={<ShelfSkeleton label={m.state_loading()} />}
        empty={
          <StatePanel icon={<Store aria-hidden />} title={m.portal_no_products_title()}>
            {m.portal_no_products_text({ name: profile.name })}
          </StatePanel>
        }
      >
        {(rows) => (
          <Shelf
            products={filterProducts(rows.slice(0, shown), filter)}
            part={rows.length > shown ? shown : undefined}
            filtered={filter.text !== '' || filter.availableOnly}
            onMore={() => change({ more: String(steps + 1) })}
            onAll={() => change({ q: undefined, 'in-stock': undefined })}
          />
        )}
      </ShopListState>
      <ViewBasket />
    </>
  );
}

type ShelfProps = {
  readonly products: readonly Row<ProductDocument>[];
  /** How many were looked at when there are more. */
  readonly part: number | undefined;
  readonly filtered: boolean;
  readonly onMore: () => void;
  readonly onAll: () => void;
};

function Shelf({ products, part, filtered, onMore, onAll }: ShelfProps) {
  return (
    <>
      <output className={cn('mb-3 block text-small text-muted', !filtered && 'sr-only')}>
        {m.portal_found({ count: products.length })}
      </output>
      {products.length === 0 && (
        <StatePanel
          title={m.portal_nothing_title()}
          action={
            <Button variant="outline" onClick={onAll}>
              {m.portal_nothing_action()}
            </Button>
          }
        >
          {m.portal_nothing_text()}
        </StatePanel>
      )}
      <ul className={shelfClass}>
        {products.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
      {part !== undefined && (
        <div className="mt-6 grid justify-items-center gap-2">
          {filtered && <p className="text-muted">{m.portal_searched_part({ count: part })}</p>}
          <Button variant="outline" onClick={onMore}>
            {m.portal_more_products()}
          </Button>
        </div>
      )}
    </>
  );
}

/** The way on, at the thumb, as soon as something is in the basket. */
function ViewBasket() {
  const { slug, money } = useTenant();
  const { basket } = useBasket();
  const pieces = piecesOf(basket);
  if (pieces === 0) return null;
  return (
    <div
      data-bottom-action
      className="pointer-events-none fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 p-3 md:hidden"
    >
      <Link
        href={urls.portalBasket(slug)}
        className={cn(buttonClass(), 'pointer-events-auto flex w-full justify-between shadow-lg')}
      >
        <span className="flex items-center gap-2">
          <ShoppingBasket aria-hidden size={18} />
          {m.portal_view_basket()}
        </span>
        <span>{money(agreedTotal(basket))}</span>
      </Link>
    </div>
  );
}
