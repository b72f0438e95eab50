import { type Entry, entriesOf } from './addresses.ts';

/** What an entry of the list will be, as far as the page can tell before the server judges. */
export type Standing = 'ready' | 'invalid' | 'twice' | 'already-member' | 'already-invited';

export type PreviewRow = Entry & { readonly id: string; readonly standing: Standing };

/** Addresses that the page knows to be in, or to be asked, already; normalized. */
export type Known = { readonly members: ReadonlySet<string>; readonly invited: ReadonlySet<string> };

export function previewOf(list: string, { members, invited }: Known): PreviewRow[] {
  const seen = new Set<string>();
  return entriesOf(list).map((entry, index) => {
    const standing = standingOf(entry.address);
    if (entry.address !== undefined) seen.add(entry.address);
    return { ...entry, id: String(index), standing };
  });

  function standingOf(address: string | undefined): Standing {
    if (address === undefined) return 'invalid';
    if (seen.has(address)) return 'twice';
    if (members.has(address)) return 'already-member';
    return invited.has(address) ? 'already-invited' : 'ready';
  }
}
