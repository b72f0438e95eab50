/**
 * Stands in for `re2js`: 44 KB gzipped that Firestore's SDK loads for one thing, regular expressions in pipelines that it
 * runs on its own cache. We write no pipelines; who begins to takes the alias in vite.config.ts away.
 */
export const RE2JS = {
  compile(pattern: string): never {
    throw new Error(
      `Firestore wants to match ${pattern}, but re2js is left out of our bundles (web/vite/no-re2js.ts).`,
    );
  },
};
