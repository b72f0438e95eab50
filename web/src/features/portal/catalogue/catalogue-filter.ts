import type { ProductDocument } from '@tenantry/model/documents/business';

/** What a customer looks for, as the address has it. */
export type CatalogueFilter = { readonly text: string; readonly availableOnly: boolean };

export function filterOf(search: URLSearchParams): CatalogueFilter {
  return { text: (search.get('q') ?? '').trim().slice(0, 120), availableOnly: search.get('in-stock') === '1' };
}

type Searched = Pick<ProductDocument, 'name' | 'description' | 'sku' | 'stock'>;

/** The products that fit: every word that was typed is somewhere in the name, the description or the SKU. */
export function filterProducts<Product extends Searched>(
  products: readonly Product[],
  { text, availableOnly }: CatalogueFilter,
): readonly Product[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return products.filter((product) => {
    if (availableOnly && product.stock <= 0) return false;
    const content = plain(`${product.name} ${product.description} ${product.sku}`);
    return words.every((word) => content.includes(word));
  });
}

/** Without capitals and accents: «cafe» finds «Café». */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}
