import { compileMessages } from '../web/paraglide.ts';
import { generate as generateRulesRoles } from './generate-rules-roles.ts';
import { main } from './progress.ts';
import { generate as generateProofPages } from './proof/pages.ts';

/** Each answers the files that it changed or, when only checking, those that are stale. */
const generators = {
  'the roles in the rules': generateRulesRoles,
  'the table of the proof in the pages that show it': generateProofPages,
  // Not under version control, so never stale there: brought up to date either way.
  texts: async () => {
    compileMessages();
    return [];
  },
} as const satisfies Record<string, (check: boolean) => Promise<readonly string[]>>;

/** Runs every generator; answers what changed or is stale. */
export async function generateAll(check: boolean): Promise<readonly string[]> {
  const files: string[] = [];
  for (const generator of Object.values(generators)) files.push(...(await generator(check)));
  return files;
}

if (import.meta.main) {
  await main(async () => {
    const check = process.argv.includes('--check');
    const files = await generateAll(check);
    if (check && files.length > 0) {
      console.error(`Stale, run \`npm run generate\` and commit: ${files.join(', ')}`);
      return 1;
    }
    console.log(files.length > 0 ? `Wrote ${files.join(', ')}.` : 'Everything generated is fresh.');
    return 0;
  });
}
