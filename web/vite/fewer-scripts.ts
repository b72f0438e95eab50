import { build, type InlineConfig, type Rolldown } from 'vite';
import { mergeScripts } from './merge-scripts.ts';

/** What a visit may load that it does not need, in bytes minified: some 4 KB gzipped. */
const allowance = 12_000;

/**
 * How the modules of a build are put into files. The bundler by itself makes a file for each set of pages that share
 * something, down to single texts. Which these are it tells only after it has left out what nothing uses, so the web is
 * built once for the question, without being written, and then with the answer.
 */
export async function fewerScripts(config: InlineConfig): Promise<Rolldown.CodeSplittingOptions> {
  const chunks = await chunksOf(config);
  const scripts = chunks.map(({ fileName, code, imports, dynamicImports, isEntry, isDynamicEntry }) => ({
    name: fileName,
    bytes: code.length,
    imports,
    loadsLater: dynamicImports,
    begins: isEntry ? ('page' as const) : isDynamicEntry ? ('part' as const) : undefined,
  }));
  const groups = mergeScripts(scripts, allowance).map((merged) => {
    const held = merged.flatMap(({ name }) => chunks.filter(({ fileName }) => fileName === name));
    const modules = new Set(held.flatMap(({ moduleIds }) => moduleIds));
    const largest = held.reduce((one, other) => (other.code.length > one.code.length ? other : one));
    return { name: largest.name, test: (id: string) => modules.has(id) };
  });
  // Each module is where it was judged to belong; what it imports is not taken along.
  return { includeDependenciesRecursively: false, groups };
}

async function chunksOf(config: InlineConfig): Promise<readonly Rolldown.OutputChunk[]> {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: { ...config.build, write: false },
  });
  if (!('output' in built)) throw new Error('The web was built into several outputs.');
  return built.output.filter((file) => file.type === 'chunk');
}
