import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Rolldown, type UserConfig } from 'vite';
import { entryPages } from './vite/entries.ts';
import { fewerScripts } from './vite/fewer-scripts.ts';
import { hostedHeaders } from './vite/hosting-headers.ts';
import { localProxy, localStack } from './vite/local-stack.ts';
import { texts } from './vite/texts.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Modes: `production` (build, settings from VITE_* variables), `emulator` (build for a local stack) and
 * `development` (serve). Only in the latter two is the code of the chooser and the mailbox page there.
 */
export default defineConfig(async ({ mode, command }) =>
  configOf(mode, command === 'build' ? await fewerScripts({ ...configOf(mode), mode }) : undefined),
);

function configOf(mode: string, codeSplitting?: Rolldown.CodeSplittingOptions): UserConfig {
  const local = mode !== 'production';
  const proxy = local ? localProxy() : {};
  const address = process.env['WEB_URL'] ? new URL(process.env['WEB_URL']) : undefined;
  const emulators = [process.env['FIREBASE_AUTH_EMULATOR_HOST'], process.env['FIRESTORE_EMULATOR_HOST']];
  const listen = address ? { host: address.hostname, port: Number(address.port), strictPort: true } : {};
  return {
    root: here('.'),
    appType: 'mpa',
    resolve: { alias: { re2js: here('./vite/no-re2js.ts') } },
    plugins: [texts(), hostedHeaders(emulators), entryPages(), ...(local ? [localStack()] : []), react(), tailwind()],
    server: { proxy, ...listen },
    preview: { proxy, ...listen },
    build: {
      outDir: mode === 'emulator' ? 'dist-emulator' : 'dist',
      manifest: true,
      emptyOutDir: true,
      rolldownOptions: {
        input: ['index.html', 'portal.html', 'admin.html'].map((page) => here(page)),
        ...(codeSplitting ? { output: { codeSplitting } } : {}),
      },
    },
  };
}
