import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

const web = path.join(import.meta.dirname, '../..');

/** What only a local stack may say: the chooser of demo people, the mailbox, the emulators' addresses. */
const localOnly = ['/demo-people.json', '/mailbox/messages', 'tenantry-local', 'demo-tenantry', 'sign in as'];

const workspace = ['index.html', 'src/app/workspace/workspace-app.tsx'];
/**
 * What a surface loads before it can be used, by the modules that are asked for one after the other; how many scripts that
 * may be, a third more than it is today; and which of Firestore's SDKs is among them.
 */
const firstLoads = [
  { surface: 'sign-in', modules: ['index.html'], scripts: 5, firestore: [] },
  { surface: 'the portal', modules: ['portal.html'], scripts: 10, firestore: ['lite'] },
  { surface: 'the console', modules: ['admin.html', 'src/app/console/console-app.tsx'], scripts: 18, firestore: [] },
  {
    surface: 'a list of the workspace',
    modules: [...workspace, 'src/features/products/products-page.tsx'],
    scripts: 23,
    firestore: ['live'],
  },
  {
    surface: 'the settings of the workspace',
    modules: [...workspace, 'src/features/settings/settings-page.tsx'],
    scripts: 26,
    firestore: ['live'],
  },
];
const firestore = { lite: /@firebase\/firestore\/dist\/lite\//, live: /@firebase\/firestore\/dist\/index/ };

async function outputOf(mode: 'production' | 'emulator'): Promise<Rolldown.RolldownOutput['output']> {
  const built = await build({ root: web, mode, logLevel: 'error', build: { write: false } });
  if (!('output' in built)) throw new Error('The web was built into several outputs.');
  return built.output;
}

/** Every text and script of a build, in one. */
const contentOf = (output: Rolldown.RolldownOutput['output']): string =>
  output.map((file) => (file.type === 'chunk' ? file.code : String(file.source))).join('\n');

/** The scripts of these modules and of all that they import at once. */
function scriptsOf(
  modules: readonly string[],
  output: Rolldown.RolldownOutput['output'],
): readonly Rolldown.OutputChunk[] {
  const chunks = output.filter((file) => file.type === 'chunk');
  const begun = modules.map((module) => chunks.find(({ facadeModuleId }) => facadeModuleId === path.join(web, module)));
  const loaded = new Set(begun);
  for (const chunk of loaded) {
    if (!chunk) throw new Error(`The build lacks one of ${modules.join(', ')}.`);
    for (const each of chunks) if (chunk.imports.includes(each.fileName)) loaded.add(each);
  }
  return [...loaded].filter((chunk) => chunk !== undefined);
}

describe('the bundles', () => {
  let output: Rolldown.RolldownOutput['output'];
  let production = '';
  let emulator = '';
  beforeAll(async () => {
    // Not at once: Vite puts the mode into the environment of the process.
    output = await outputOf('production');
    production = contentOf(output);
    emulator = contentOf(await outputOf('emulator'));
  }, 240_000);

  it.each(localOnly)('of production do not hold %j, which those for a local stack do', (text) => {
    expect(production.includes(text)).toBe(false);
    expect(emulator.includes(text)).toBe(true);
  });

  it('of production talk to Google for its window, which those for a local stack do not offer', () => {
    expect(production.includes('Continue with Google')).toBe(true);
  });

  it.each(firstLoads)('of $surface are at most $scripts scripts before it can be used', ({ modules, scripts }) => {
    expect(scriptsOf(modules, output).length).toBeLessThanOrEqual(scripts);
  });

  it.each(firstLoads)('of $surface hold of Firestore what is asked at first: $firestore', (load) => {
    const modules = scriptsOf(load.modules, output).flatMap(({ moduleIds }) => moduleIds);
    const held = Object.entries(firestore).filter(([, sdk]) => modules.some((module) => sdk.test(module)));
    expect(held.map(([name]) => name)).toEqual(load.firestore);
  });
});
