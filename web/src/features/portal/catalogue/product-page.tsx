import { PackageX } from 'lucide-react';
import type { ProductDocument } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import type { Row } from '../../../shared/live/source.ts';
import { Link } from '../../../shared/navigation/link.tsx';
import { queries } from '../../../shared/queries.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { buttonClass } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { urls } from '../../../shared/urls.ts';
import { BackTo } from '../back-to.tsx';
import { useShopQuery } from '../use-shop-live.ts';
import { AvailabilityText } from './availability-text.tsx';
import { IntoBasket } from './into-basket.tsx';
import { ShopListState } from '../shop-list-state.tsx';

/** One product with all that the shop says of it. */
export default function ProductPage({ id }: { readonly id: string }) {
  const { tenantId, slug } = useTenant();
  const found = useShopQuery<ProductDocument>(queries.publishedProduct(tenantId, id));
  return (
    <ShopListState
      live={found}
      empty={
        <StatePanel
          icon={<PackageX aria-hidden />}
          title={m.portal_product_gone_title()}
          action={
            <Link className={buttonClass()} href={urls.portal(slug)}>
              {m.portal_to_shop()}
            </Link>
          }
        >
          {m.portal_product_gone_text()}
        </StatePanel>
      }
    >
      {([product]) => product && <Product product={product} />}
    </ShopListState>
  );
}

function Product({ product }: { readonly product: Row<ProductDocument> }) {
  const { slug, money } = useTenant();
  const { name, description, unitAmount, stock, sku } = product;
  return (
    <>
      <PageHeader title={name} back={<BackTo href={urls.portal(slug)}>{m.portal_product_back()}</BackTo>} />
      <div className="grid items-start gap-4 md:grid-cols-[1fr_20rem]">
        <Card className="grid gap-3">
          {description && <p className="whitespace-pre-wrap">{description}</p>}
          <p className="text-small text-muted">{m.portal_product_sku({ sku })}</p>
        </Card>
        <Card className="flex items-center justify-between gap-3 max-md:order-first">
          <p className="grid">
            <span className="text-lead font-semibold">{money(unitAmount)}</span>
            <AvailabilityText stock={stock} />
          </p>
          <IntoBasket product={product} />
        </Card>
      </div>
    </>
  );
}
