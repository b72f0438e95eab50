import type { ProductDocument } from '@tenantry/model/documents/business';
import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Facts } from '../../shared/ui/data/facts.tsx';
import { ProductStatusBadge } from './product-status.tsx';

/** A product for those who may look and not change. */
export function ProductFacts({ product }: { readonly product: ProductDocument }) {
  const { money } = useTenant();
  return (
    <Facts
      facts={[
        [m.field_status(), <ProductStatusBadge key="status" status={product.status} />],
        [m.field_price(), money(product.unitAmount)],
        [
          m.field_description(),
          <p key="text" className="whitespace-pre-wrap">
            {product.description || '–'}
          </p>,
        ],
      ]}
    />
  );
}
