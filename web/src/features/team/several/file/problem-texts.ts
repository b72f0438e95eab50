import { m } from '../../../../paraglide/messages.js';
import type { FileProblem } from './read-list-file.ts';

const texts = {
  'too-large': m.several_file_large,
  'too-many': m.several_file_many,
  workbook: m.several_file_workbook,
  binary: m.several_file_binary,
  empty: m.several_file_empty,
  unread: m.several_file_unread,
  headings: m.several_file_headings,
} as const satisfies Partial<Record<FileProblem['problem'], () => string>>;

/** Why a file can't be read, and what to do. */
export function problemText(why: FileProblem): string {
  if ('row' in why) return m.several_file_quotes({ row: why.row });
  if (!('headings' in why)) return texts[why.problem]();
  const headings = why.headings.slice(0, 10).join(', ');
  return headings === '' ? m.several_file_empty() : m.several_file_no_addresses({ headings });
}
