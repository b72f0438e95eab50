import * as formats from '@tenantry/model/formats';

/** One entry of a pasted list, as it was written and as it compares; no address when it is none. */
export type Entry = { readonly written: string; readonly address: string | undefined };

/** The entries of a list: with anything usual between them, and names as in `Ann <ann@example.com>` left aside. */
export function entriesOf(list: string): Entry[] {
  return list
    .split(/[\n\r;\t]+/)
    .flatMap(writtenIn)
    .map(toEntry);
}

/** One cell of a file, or one corrected address, as an entry. What holds several addresses is none. */
export function entryOf(written: string): Entry {
  const [only, ...others] = entriesOf(written);
  return only && others.length === 0 && only.address !== undefined
    ? { ...only, written }
    : { written, address: undefined };
}

function toEntry(written: string): Entry {
  const parsed = formats.email.safeParse(written);
  return { written, address: parsed.success ? formats.normalizeEmail(parsed.data) : undefined };
}

/** The entries of a line, which may have commas between them. */
function writtenIn(line: string): string[] {
  const parts = line.split(',').map((part) => part.trim());
  return parts.flatMap((part, index) => {
    // `Smith, Ann <ann@example.com>`: a surname before its comma.
    if (!part.includes('@') && /<[^<>]*@/.test(parts[index + 1] ?? '')) return [];
    return addressesIn(part);
  });
}

/** What stands in brackets, and the words with an @; other words beside them are somebody's name. */
function addressesIn(part: string): string[] {
  const bracketed = [...part.matchAll(/<([^<>]*)>/g)].map((match) => match[1] ?? '');
  const others = part
    .replaceAll(/<[^<>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => word.includes('@'));
  const found = [...others, ...bracketed].map(bare).filter((word) => word !== '');
  return found.length > 0 || part === '' ? found : [part];
}

/** An address without what people and programs put around it. */
function bare(word: string): string {
  return word
    .trim()
    .replace(/^mailto:/i, '')
    .replaceAll(/^["'([]+|["')\].:]+$/g, '');
}
