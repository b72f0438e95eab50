import { type ProductStatus, productStatuses } from '@tenantry/model/documents/business';
import { m } from '../../paraglide/messages.js';
import { Badge, type Tone } from '../../shared/ui/basics/badge.tsx';

const names = {
  draft: m.product_draft,
  published: m.product_published,
  archived: m.product_archived,
} satisfies Record<ProductStatus, () => string>;

const tones = { draft: 'warn', published: 'good', archived: 'plain' } satisfies Record<ProductStatus, Tone>;

export const productStatusOptions = productStatuses.map((value) => ({ value, label: names[value]() }));

export function ProductStatusBadge({ status }: { readonly status: ProductStatus }) {
  return <Badge tone={tones[status]}>{names[status]()}</Badge>;
}
