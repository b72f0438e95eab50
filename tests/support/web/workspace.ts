import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openWindow } from './browser.ts';
import { mailsTo, type Message } from '../mailbox.ts';
import type { Person } from '../people.ts';
import type { Shop } from '../shop.ts';

type Options = {
  /** A page of the business; its overview without one. */
  readonly at?: string;
  /** Who is there; the owner without one. */
  readonly as?: Person;
  readonly width?: 375 | 1440;
  readonly apart?: boolean;
};

/** A window of somebody of the team, with a page of the business open. */
export async function enterWorkspace(
  shop: Shop,
  { at = '', as = shop.owner, width, apart }: Options = {},
): Promise<Page> {
  const page = await openWindow({ as, width, apart });
  await page.goto(pathOf(shop, at));
  await pages(page).first().waitFor();
  return page;
}

export const pathOf = ({ slug }: Pick<Shop, 'slug'>, at = ''): string => `/t/${slug}${at && `/${at}`}`;

/** The menu of a business's pages: there is one beside the page, and one below it on a phone. */
export const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages of the business' });

export const openPage = (page: Page, name: string): Promise<void> =>
  pages(page)
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();

/** The button that names the present business and opens the list of the others. */
export const switcher = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name} ?: switch to another business$`) });

/** The row of a table that holds these words. */
export const row = (page: Page, words: string | RegExp) => page.getByRole('row').filter({ hasText: words });

/** Asks for a sign-in link on the page that is open, and answers the link in the mail. */
export async function askForLink(page: Page, email: string): Promise<string> {
  const before = (await mailsTo(email)).length;
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a sign-in link' }).click();
  await page.getByText(`We sent a sign-in link to ${email}.`).waitFor();
  return linkIn(await mailAfter(email, before));
}

/** The newest mail to an address, once there are more than so many. */
export async function mailAfter(email: string, count: number): Promise<Message> {
  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 60_000 }).toBeGreaterThan(count);
  const [newest] = await mailsTo(email);
  if (!newest) throw new Error(`No mail came to ${email}.`);
  return newest;
}

/** The first address in a mail. */
export function linkIn({ text }: Message): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`There is no link in this mail: ${text}`);
  return link;
}
