import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin, ProxyOptions } from 'vite';

/** What a page of a local stack must know; ports differ from stack to stack, so it is told when it is served. */
function localSettings(): string {
  return JSON.stringify({
    projectId: process.env['GCLOUD_PROJECT'] ?? 'demo-tenantry',
    auth: process.env['FIREBASE_AUTH_EMULATOR_HOST'],
    firestore: process.env['FIRESTORE_EMULATOR_HOST'],
  });
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;');
const withSettings = (html: string): string =>
  html.replace('</head>', `<meta name="tenantry-local" content='${attribute(localSettings())}' /></head>`);

/** Puts the emulators' addresses into each page, and serves the demo people that the sign-in chooser lists. */
export function localStack(): Plugin {
  return {
    name: 'tenantry:local-stack',
    transformIndexHtml: (html, { server }) => (server ? withSettings(html) : html),
    configureServer: (server) => void server.middlewares.use(demoPeople),
    configurePreviewServer(server) {
      server.middlewares.use(demoPeople);
      const { root, build } = server.config;
      server.middlewares.use((request, response, next) => {
        if (!request.url?.endsWith('.html')) return next();
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(withSettings(readFileSync(path.resolve(root, build.outDir, path.basename(request.url)), 'utf8')));
      });
    },
  };
}

function demoPeople(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  if (request.url !== '/demo-people.json') return next();
  response.setHeader('content-type', 'application/json');
  response.end(process.env['DEMO_PEOPLE'] ?? '[]');
}

/** Where calls of the page go: to the functions and to the mailbox of the stack. */
export function localProxy(): Record<string, ProxyOptions> {
  const proxy: Record<string, ProxyOptions> = {};
  const { FUNCTIONS_URL, MAILBOX_URL } = process.env;
  if (FUNCTIONS_URL) proxy['^/(?:(?:api|operator)/|exportTenant\\?)'] = { target: FUNCTIONS_URL, changeOrigin: true };
  if (MAILBOX_URL) {
    proxy['^/mailbox/'] = { target: MAILBOX_URL, changeOrigin: true, rewrite: (url) => url.replace('/mailbox/', '/') };
  }
  return proxy;
}
