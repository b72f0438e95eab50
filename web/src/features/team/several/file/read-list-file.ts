import { decode, type NoText } from './decode.ts';
import type { ListProblem, ParsedList } from './parse-list.ts';

/** Bytes of one file: far more than `rowsAtMost` rows with the longest messages that people write. */
export const bytesAtMost = 10_000_000;

/** A list from a file. `guessed` is one that does not say how its letters are written, and was taken for a Western one. */
export type ListFile = ParsedList & { readonly name: string; readonly guessed: boolean };
export type FileProblem = ListProblem | { readonly problem: NoText | 'too-large' | 'unread' };

/** Reads a file that somebody chose. What can't be read is answered with why. The parser is loaded when it is wanted. */
export async function readListFile(file: File): Promise<ListFile | FileProblem> {
  if (file.size > bytesAtMost) return { problem: 'too-large' };
  try {
    const decoded = decode(new Uint8Array(await file.arrayBuffer()));
    if (typeof decoded === 'string') return { problem: decoded };
    const { parseList } = await import('./parse-list.ts');
    const list = parseList(decoded.text);
    return 'problem' in list ? list : { ...list, name: file.name, guessed: decoded.encoding === 'windows-1252' };
  } catch {
    // The file is gone or may not be read, or the parser could not be loaded.
    return { problem: 'unread' };
  }
}
