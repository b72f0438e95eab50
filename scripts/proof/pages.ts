import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../paths.ts';
import { committedProof } from './proof.ts';
import { markdownOf } from './table.ts';

const pages = ['README.md', 'docs/threat-model.md'];
const opening = '<!-- proof: filled by `npm run prove`, never by hand -->';
const closing = '<!-- /proof -->';

/**
 * Fills the table of the committed proof into the pages that show it. Answers the pages that changed, or with `check`,
 * which writes nothing, those that are stale. Throws when a page has lost its markers.
 */
export async function generate(check: boolean): Promise<string[]> {
  const proof = committedProof();
  if (proof === undefined) return [];
  const changed: string[] = [];
  for (const page of pages) {
    const file = path.join(root, page);
    const present = readFileSync(file, 'utf8');
    const filled = between(present, markdownOf(proof), page);
    const fresh = await format(filled, { ...(await resolveConfig(file)), parser: 'markdown' });
    if (fresh === present) continue;
    if (!check) writeFileSync(file, fresh);
    changed.push(page);
  }
  return changed;
}

function between(text: string, table: string, page: string): string {
  const from = text.indexOf(opening);
  const to = text.indexOf(closing);
  if (from < 0 || to < from) throw new Error(`${page} needs the lines "${opening}" and "${closing}".`);
  return `${text.slice(0, from + opening.length)}\n\n${table}\n\n${text.slice(to)}`;
}
