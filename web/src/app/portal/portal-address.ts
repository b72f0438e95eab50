import { slugProblem } from '@tenantry/model/formats';

/** What an address of the portal says: which shop, which page of it, and which record. */
export type PortalAddress = { readonly slug: string; readonly page: string; readonly id: string | undefined };

/** Reads a path; `undefined` when no shop can be there. */
export function portalAddress(path: string): PortalAddress | undefined {
  const [, portal, slug = '', page = '', id, ...rest] = path.replace(/\/+$/, '').split('/').map(decoded);
  if (portal !== 'portal' || slugProblem(slug)) return undefined;
  return { slug, page: rest.length > 0 ? 'nothing' : page, id };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
