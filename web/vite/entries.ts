import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';

/** Which page answers which address; hosting's rewrites say the same in production. */
const entries = [
  { under: '/portal/', page: '/portal.html' },
  { under: '/admin', page: '/admin.html' },
] as const;
const otherwise = '/index.html';

/** The page that answers an address, or `undefined` for what is no page. */
export function pageFor(url: string): string | undefined {
  const { pathname } = new URL(url, 'http://page');
  if (/^\/(api|operator|mailbox|src|node_modules|assets)\/|^\/exportTenant$|^\/@|\.[a-z0-9]+$/i.test(pathname))
    return undefined;
  return entries.find(({ under }) => `${pathname}/`.startsWith(under))?.page ?? otherwise;
}

/** Serves the three pages at their addresses, in development and from a build. */
export function entryPages(): Plugin {
  return {
    name: 'tenantry:entries',
    configureServer: (server) => void server.middlewares.use(rewrite),
    configurePreviewServer: (server) => void server.middlewares.use(rewrite),
  };
}

function rewrite(request: IncomingMessage, _response: ServerResponse, next: () => void): void {
  const page = /^(GET|HEAD)$/.test(request.method ?? '') && request.url ? pageFor(request.url) : undefined;
  if (page) request.url = page;
  next();
}
