/** The one module that builds an address of ours. */
export const urls = {
  home: () => '/',
  /** Where a sign-in link leads; `next` is where the person wanted to go. */
  finishSignIn: (next: string) => `/sign-in/finish?next=${encodeURIComponent(next)}`,
  profile: () => '/profile',
  mailbox: () => '/mailbox',
  invite: (tenantId: string, inviteId: string, secret = '') =>
    `/invite/${tenantId}/${inviteId}${secret && `#${secret}`}`,
  workspace: (slug: string, page = '') => `/t/${slug}${page && `/${page}`}`,
  portal: (slug: string, page = '') => `/portal/${slug}${page && `/${page}`}`,
  portalBasket: (slug: string) => `/portal/${slug}/basket`,
  portalProduct: (slug: string, productId: string) => `/portal/${slug}/products/${encodeURIComponent(productId)}`,
  portalOrders: (slug: string) => `/portal/${slug}/orders`,
  portalOrder: (slug: string, orderId: string) => `/portal/${slug}/orders/${encodeURIComponent(orderId)}`,
  portalAccount: (slug: string) => `/portal/${slug}/account`,
  /** Mails that need an operator's hand. */
  consoleMails: () => '/admin/mails',
  /** Events of Stripe's that need an operator's hand. */
  consoleEvents: () => '/admin/events',
  /** The operators' list; `search` is the beginning of a name or an address. */
  console: (search = '') => (search ? `/admin?q=${encodeURIComponent(search)}` : '/admin'),
  /** Those of that list whose door to support stands open. */
  consoleOpenDoors: () => '/admin?doors=open',
  /** The door of one business in that list. */
  consoleDoor: (slug: string, tenantId: string) => `/admin?q=${encodeURIComponent(slug)}&door=${tenantId}`,
  /** The pages of a business that an operator looks into; `page` is one of them. */
  consoleVisit: (tenantId: string, page = '') => `/admin/visit/${tenantId}${page && `/${page}`}`,
} as const;

/** The same with the site's own origin, to be copied or scanned. */
export function absolute(path: string): string {
  return new URL(path, location.origin).href;
}

/** A path of this site, or the home page: an address from outside must not lead elsewhere. */
export function ownPath(candidate: string | null | undefined): string {
  try {
    const url = new URL(candidate ?? urls.home(), location.origin);
    return url.origin === location.origin ? url.pathname + url.search + url.hash : urls.home();
  } catch {
    return urls.home();
  }
}
