import type { ApiInput } from '@tenantry/model/operations/api';

type Product = Omit<ApiInput<'createProduct'>, 'tenantId'>;
export type Business = {
  readonly tenant: ApiInput<'createTenant'>;
  readonly hue: number;
  readonly orderText: string;
  readonly products: readonly Product[];
};

/** What the demo sells. Amounts are in minor units. */
export const businesses = {
  coffee: {
    tenant: { name: 'Nord Coffee', slug: 'nord-coffee', currency: 'EUR', locale: 'en', timeZone: 'Europe/Berlin' },
    hue: 28,
    orderText: 'Thank you! Your coffee is roasted on Tuesday and sent on Wednesday.',
    products: [
      {
        sku: 'ETH-250',
        name: 'Ethiopia Guji, 250 g',
        description: 'Washed. Jasmine, peach, bergamot.',
        unitAmount: 1450,
        stock: 42,
        status: 'published',
      },
      {
        sku: 'ETH-1000',
        name: 'Ethiopia Guji, 1 kg',
        description: 'Washed. Jasmine, peach, bergamot.',
        unitAmount: 4900,
        stock: 12,
        status: 'published',
      },
      {
        sku: 'BRA-250',
        name: 'Brazil Cerrado, 250 g',
        description: 'Natural. Hazelnut, cocoa.',
        unitAmount: 990,
        stock: 80,
        status: 'published',
      },
      {
        sku: 'COL-250',
        name: 'Colombia Huila, 250 g',
        description: 'Honey. Red apple, caramel.',
        unitAmount: 1290,
        stock: 3,
        status: 'published',
      },
      {
        sku: 'DEC-250',
        name: 'Decaf Sugarcane, 250 g',
        description: 'All of the taste.',
        unitAmount: 1350,
        stock: 0,
        status: 'published',
      },
      {
        sku: 'V60-02',
        name: 'Filter papers, 100 pieces',
        description: 'For cone drippers, size 02.',
        unitAmount: 650,
        stock: 140,
        status: 'published',
      },
      {
        sku: 'MUG-01',
        name: 'Stoneware mug',
        description: 'Made in Bornholm, 0.3 l.',
        unitAmount: 2400,
        stock: 9,
        status: 'published',
      },
      {
        sku: 'XMAS-26',
        name: 'Winter blend, 250 g',
        description: 'From the first of December.',
        unitAmount: 1390,
        stock: 60,
        status: 'draft',
      },
      {
        sku: 'KEN-250',
        name: 'Kenya Nyeri, 250 g',
        description: 'Last year’s harvest.',
        unitAmount: 1590,
        stock: 0,
        status: 'archived',
      },
    ],
  },
  books: {
    tenant: { name: 'Bright Books', slug: 'bright-books', currency: 'GBP', locale: 'en-GB', timeZone: 'Europe/London' },
    hue: 265,
    orderText: 'We hold your books at the counter for seven days.',
    products: [
      {
        sku: '9780141439518',
        name: 'Pride and Prejudice',
        description: 'Jane Austen. Paperback.',
        unitAmount: 799,
        stock: 14,
        status: 'published',
      },
      {
        sku: '9780141441146',
        name: 'Jane Eyre',
        description: 'Charlotte Brontë. Paperback.',
        unitAmount: 899,
        stock: 6,
        status: 'published',
      },
      {
        sku: '9780141439600',
        name: 'A Tale of Two Cities',
        description: 'Charles Dickens. Paperback.',
        unitAmount: 749,
        stock: 2,
        status: 'published',
      },
      {
        sku: 'VOUCHER-20',
        name: 'Gift card',
        description: 'Sent as a letter.',
        unitAmount: 2000,
        stock: 500,
        status: 'published',
      },
    ],
  },
} as const satisfies Record<string, Business>;
