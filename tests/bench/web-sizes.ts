import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Manifest, type Plugin } from 'vite';

/** One measured surface: JavaScript that a browser loads before it is usable, in KB of gzip -9. */
export type SizeRow = {
  readonly name: string;
  readonly kilobytes: number;
  readonly budget: number;
  /** React and what of the Firebase SDK the surface needs, and nothing else, built in the same run. */
  readonly floor: number;
};

const web = path.join(import.meta.dirname, '../../web');

const react = `import { createRoot } from 'react-dom/client'; import { jsx } from 'react/jsx-runtime';
  createRoot(document.body).render(jsx('p', {}));`;
const auth = `import { initializeApp } from 'firebase/app';
  import { initializeAuth, browserLocalPersistence, browserPopupRedirectResolver, sendSignInLinkToEmail,
    signInWithEmailLink, isSignInWithEmailLink, signInWithPopup, GoogleAuthProvider, onIdTokenChanged, signOut } from 'firebase/auth';
  const app = initializeApp({});
  console.log(initializeAuth(app, { persistence: browserLocalPersistence }), browserPopupRedirectResolver,
    sendSignInLinkToEmail, signInWithEmailLink, isSignInWithEmailLink, signInWithPopup, GoogleAuthProvider, onIdTokenChanged, signOut);`;
const lite = `import { getFirestore, doc, getDoc, collection, query, where, orderBy, limit, getDocs } from 'firebase/firestore/lite';
  console.log(getFirestore, doc, getDoc, collection, query, where, orderBy, limit, getDocs);`;
const live = `import { initializeFirestore, memoryLocalCache, terminate, doc, collection, query, where, orderBy, limit,
    startAfter, onSnapshot, updateDoc, addDoc, deleteDoc, serverTimestamp } from 'firebase/firestore';
  console.log(initializeFirestore(app, { localCache: memoryLocalCache() }), terminate, doc, collection, query, where,
    orderBy, limit, startAfter, onSnapshot, updateDoc, addDoc, deleteDoc, serverTimestamp);`;

/**
 * The surfaces. `modules` are the page's entry and what it then loads by itself before the surface can be used; what
 * follows later (live data in the shop, the palette, other pages) is not among them.
 */
const surfaces = [
  { name: 'sign-in', budget: 120, modules: ['index.html'], floor: react + auth },
  { name: 'portal', budget: 180, modules: ['portal.html'], floor: react + auth + lite },
  {
    name: 'workspace',
    budget: 345,
    modules: ['index.html', 'src/app/workspace/workspace-app.tsx', 'src/features/overview/overview-page.tsx'],
    floor: react + auth + live,
  },
  {
    name: 'workspace, an order',
    budget: 345,
    modules: ['index.html', 'src/app/workspace/workspace-app.tsx', 'src/features/orders/detail/order-page.tsx'],
    floor: react + auth + live,
  },
] as const;

/** Builds the web for production and measures each surface. Leaves nothing behind. */
export async function run(): Promise<readonly SizeRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenantry-sizes-'));
  try {
    await build({ root: web, mode: 'production', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
    const manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
    const floors = new Map<string, number>();
    for (const { floor } of surfaces) if (!floors.has(floor)) floors.set(floor, await floorOf(floor));
    return surfaces.map(({ name, budget, modules, floor }) => ({
      name,
      budget,
      kilobytes: kilobytes(filesOf(manifest, modules).map((file) => readFileSync(path.join(folder, file)))),
      floor: floors.get(floor) ?? 0,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The scripts of these modules and of all that they import at once, each once. */
export function filesOf(manifest: Manifest, modules: readonly string[]): readonly string[] {
  const keys = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no ${key}: the list of surfaces is older than the web.`);
    if (keys.has(key)) return;
    keys.add(key);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const key of modules) visit(key);
  return [...keys].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'));
}

function kilobytes(scripts: readonly (Uint8Array | string)[]): number {
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
  return Math.round(bytes / 100) / 10;
}

async function floorOf(source: string): Promise<number> {
  const entry = '\0floor.js';
  const virtual: Plugin = {
    name: 'floor',
    resolveId: (id) => (id === 'floor.js' ? entry : undefined),
    load: (id) => (id === entry ? source : undefined),
  };
  const built = await build({
    root: web,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    plugins: [virtual],
    build: { write: false, rolldownOptions: { input: 'floor.js' } },
  });
  if (!('output' in built)) throw new Error('The floor was built into several outputs.');
  return kilobytes(built.output.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : [])));
}

if (import.meta.main) {
  console.table(await run());
}
