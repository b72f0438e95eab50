import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

type Rule = { readonly source: string; readonly headers: readonly { readonly key: string; readonly value: string }[] };

const { hosting } = JSON.parse(readFileSync(new URL('../../firebase.json', import.meta.url), 'utf8')) as {
  hosting: { headers: readonly Rule[] };
};

/** The headers that hosting sends with an address, by their names in small letters; a later rule wins over an earlier one. */
export function hostingHeaders(pathname: string): Record<string, string> {
  const fitting = hosting.headers.filter(({ source }) => fits(source, pathname)).flatMap(({ headers }) => headers);
  return Object.fromEntries(fitting.map(({ key, value }) => [key.toLowerCase(), value]));
}

/** Everything, or everything in a folder: no more of hosting's patterns is needed. */
function fits(source: string, pathname: string): boolean {
  if (!/^(\/[\w/]+\/)?\*\*$/.test(source))
    throw new Error(`firebase.json: what headers fit ${source} is not known here.`);
  return pathname.startsWith(source.slice(0, -2));
}

/**
 * Serves a build with the headers of firebase.json, so that what works here works there. The emulators' addresses are
 * added to those that pages may call; nothing else differs.
 */
export function hostedHeaders(emulators: readonly (string | undefined)[]): Plugin {
  const reachable = emulators.filter((address) => address !== undefined).map((address) => ` http://${address}`);
  return {
    name: 'tenantry:hosted-headers',
    configurePreviewServer: (server) =>
      void server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://page');
        for (const [name, value] of Object.entries(hostingHeaders(pathname))) {
          response.setHeader(name, value.replace(/(?<=connect-src [^;]*)(?=;)/, reachable.join('')));
        }
        next();
      }),
  };
}
