import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from './language/parse.ts';
import { print } from './language/print.ts';
import { withoutPlaces } from './language/tree.ts';

/**
 * `node scripts/rules-mutants/round-trip.ts <folder>` reads every rules file below a folder, prints it, and reads it
 * again: exits with 1 unless each gives the same tree twice. A template of rules counts as rules.
 */
const [folder = '.'] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.rules(_\w+)?$/.test(file))
  .sort();

function complaint(file: string): string | undefined {
  try {
    const tree = parse(readFileSync(path.join(folder, file), 'utf8'));
    return isDeepStrictEqual(withoutPlaces(parse(print(tree))), withoutPlaces(tree)) ? undefined : 'another tree';
  } catch (error) {
    return String(error);
  }
}

const complaints = files.map((file) => [file, complaint(file)] as const);
for (const [file, what] of complaints) console.log(`${what === undefined ? 'same' : 'NOT '}  ${file}  ${what ?? ''}`);
const failed = complaints.filter(([, what]) => what !== undefined).length;
console.log(`${files.length - failed} of ${files.length} give the same tree after they were printed.`);
process.exitCode = failed > 0 || files.length === 0 ? 1 : 0;
