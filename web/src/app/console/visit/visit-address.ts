import { tenantIdPattern } from '@tenantry/model/tenant-id';

/** What an address of a visit says: which business, which page of it, and which record. */
export type VisitAddress = { readonly tenantId: string; readonly page: string; readonly id: string | undefined };

/** Reads a path; `undefined` when it is none of a visit's. */
export function visitAddress(path: string): VisitAddress | undefined {
  const [, console, visit, tenantId = '', page = '', id, ...rest] = path.replace(/\/+$/, '').split('/').map(decoded);
  if (console !== 'admin' || visit !== 'visit' || !tenantIdPattern.test(tenantId)) return undefined;
  return { tenantId, page: rest.length > 0 ? 'nothing' : page, id };
}

/** The page as the business's log names it. */
export function reportedPage({ page, id }: VisitAddress): string {
  return `/${[page || 'overview', id].filter(Boolean).join('/')}`.slice(0, 200);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
