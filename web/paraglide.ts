import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const stamp = here('./src/paraglide/.stamp');

/**
 * Writes `web/src/paraglide`, the texts as functions, from `web/messages`; does nothing when they are up to date.
 * The bundler does it by itself; types and unit tests need it done before.
 */
export function compileMessages(): void {
  const sources = sourcesHash();
  if (readStamp() === sources) return;
  // In a process of its own: the compiler leaves timers behind that would keep this one alive for half a minute.
  const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url)], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The texts in web/messages do not compile; the lines above say which.');
  writeFileSync(stamp, sources);
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  const files = [here('./project.inlang/settings.json'), ...globSync(here('./messages/**/*.json')).sort()];
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function readStamp(): string | undefined {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  await compile({
    project: here('./project.inlang'),
    outdir: here('./src/paraglide'),
    strategy: ['baseLocale'],
    emitReadme: false,
    emitPrettierIgnore: false,
    emitGitIgnore: false,
  });
  process.exit(0);
}
