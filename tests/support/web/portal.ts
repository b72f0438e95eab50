import type { Page } from 'playwright-core';
import { openWindow } from './browser.ts';
import type { Person } from '../people.ts';
import type { Shop } from '../shop.ts';

type Options = {
  readonly person?: Person;
  /** A page of the shop; its shelf without one. */
  readonly at?: string;
  readonly width?: 375 | 1440;
  readonly apart?: boolean;
};

/** A customer with a page of the shop open, on a phone unless told otherwise. */
export async function enterShop(
  shop: Shop,
  { person, at = '', width = 375, apart }: Options = {},
): Promise<{ page: Page; person: Person }> {
  const customer = person ?? (await shop.customer());
  const page = await openWindow({ as: customer, width, apart });
  await page.goto(`/portal/${shop.slug}${at && `/${at}`}`);
  return { page, person: customer };
}

export const intoBasket = (page: Page, product: string): Promise<void> =>
  page.getByRole('button', { name: `Add ${product} to the basket` }).click();

export const openPage = (page: Page, name: 'Shop' | 'Basket' | 'Orders' | 'You'): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Pages of the shop' })
    .getByRole('link', { name: name === 'Basket' ? /^Basket/ : name, exact: name !== 'Basket' })
    .click();

export const orderButton = (page: Page) => page.getByRole('button', { name: /^Order for/ });
