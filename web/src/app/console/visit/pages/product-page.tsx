import type { ProductDocument } from '@tenantry/model/documents/business';
import { tenantPaths } from '@tenantry/model/paths';
import { ProductFacts } from '../../../../features/products/product-facts.tsx';
import { m } from '../../../../paraglide/messages.js';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { useTenantDocument } from '../../../../shared/tenant/use-tenant-live.ts';
import { Card } from '../../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../../shared/ui/basics/page-header.tsx';
import { Facts } from '../../../../shared/ui/data/facts.tsx';
import { RecordState } from '../../../../shared/ui/data/record-state.tsx';
import { VisitBackLink } from './visit-back-link.tsx';

/** One product, as its staff see it. */
export default function ProductPage({ id }: { readonly id: string }) {
  const { moment } = useTenant();
  const product = useTenantDocument<ProductDocument>(tenantPaths.product(id));
  const back = <VisitBackLink page="products">{m.nav_products()}</VisitBackLink>;
  return (
    <RecordState
      live={product}
      list={m.nav_products()}
      back={back}
      gone={{ title: m.product_gone_title(), text: m.product_gone_text() }}
    >
      {(found) => (
        <>
          <PageHeader title={found.name} lead={found.sku} back={back} />
          <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
            <Card>
              <ProductFacts product={found} />
            </Card>
            <Card className="self-start">
              <Facts
                facts={[
                  [m.field_stock(), m.product_in_stock({ pieces: found.stock })],
                  [m.visit_created(), moment(found.createdAt)],
                  [m.visit_changed(), moment(found.updatedAt)],
                ]}
              />
            </Card>
          </div>
        </>
      )}
    </RecordState>
  );
}
