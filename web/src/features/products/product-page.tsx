import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProductDocument } from '@tenantry/model/documents/business';
import { tenantPaths } from '@tenantry/model/paths';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import type { Row } from '../../shared/live/source.ts';
import { BackLink } from '../../shared/tenant/back-link.tsx';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantDocument } from '../../shared/tenant/use-tenant-live.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { RecordState } from '../../shared/ui/data/record-state.tsx';
import { ConfirmDialog } from '../../shared/ui/overlays/confirm-dialog.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { EditProductForm } from './edit-product-form.tsx';
import { ProductFacts } from './product-facts.tsx';
import { StockForm } from './stock-form.tsx';

export default function ProductPage() {
  const { productId } = useParams({ from: '/t/$slug/products/$productId' });
  const product = useTenantDocument<ProductDocument>(tenantPaths.product(productId));
  return (
    <RecordState
      live={product}
      list={m.nav_products()}
      back={back()}
      gone={{ title: m.product_gone_title(), text: m.product_gone_text() }}
    >
      {(found) => <Product key={found.id} product={found} />}
    </RecordState>
  );
}

const back = () => <BackLink to="/t/$slug/products">{m.nav_products()}</BackLink>;

function Product({ product }: { readonly product: Row<ProductDocument> }) {
  const { can, may } = useTenant();
  const mayWrite = may('product:write');
  return (
    <>
      <PageHeader
        title={product.name}
        lead={product.sku}
        back={back()}
        actions={mayWrite && <DeleteProduct product={product} />}
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Card>{can('product:write') ? <EditProductForm product={product} /> : <ProductFacts product={product} />}</Card>
        <Card className="content-start self-start">
          <h2 className="text-lead font-semibold">{m.field_stock()}</h2>
          <p className="mb-4 text-display font-semibold">{product.stock}</p>
          {mayWrite && <StockForm product={product} />}
        </Card>
      </div>
    </>
  );
}

function DeleteProduct({ product: { id, name } }: { readonly product: Row<ProductDocument> }) {
  const { tenantId, slug } = useTenant();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="outline" onClick={() => setAsking(true)}>
        {m.product_delete()}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={m.product_delete_title({ name })}
        lead={m.product_delete_text()}
        action={m.product_delete()}
        onConfirm={async () => {
          await call('deleteProduct', { tenantId, productId: id });
          toastDone(m.product_deleted({ name }));
          await navigate({ to: '/t/$slug/products', params: { slug } });
        }}
      />
    </>
  );
}
