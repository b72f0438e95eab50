import * as formats from '@tenantry/model/formats';
import { type Entry, entriesOf, entryOf } from './addresses.ts';
import type { RoleWords } from './role-words.ts';

/** A row as it was written: in a pasted list an address alone, in a file with what its columns hold. */
export type WrittenRow = {
  /** Where it stands in its file, as a spreadsheet numbers it. */
  readonly number?: number;
  readonly email: string;
  /** Key or name of a role; empty for the one that is chosen for all. */
  readonly role: string;
  /** Empty for the one that is written for all. */
  readonly message: string;
  /** It has more cells than there are headings: a comma without quotation marks, most likely. */
  readonly spilt?: true;
};

/** What keeps a row from being sent, as far as the page can tell before the server judges. */
export type Fault =
  | 'no-address'
  | 'invalid'
  | 'unknown-role'
  | 'role-beyond'
  | 'message-long'
  | 'message-text'
  | 'spilt'
  | 'twice'
  | 'already-member'
  | 'already-invited';

/** A row as it will be sent. Without faults it is ready. */
export type PreviewRow = Entry & {
  readonly id: string;
  readonly from: WrittenRow;
  /** The role's key; empty when there is none of the name. */
  readonly role: string;
  readonly message: string;
  readonly faults: readonly Fault[];
};

/** What holds for rows that say nothing else. */
export type ForAll = { readonly role: string; readonly message: string };

/** Addresses that the page knows to be in, or to be asked, already; normalized. */
export type Known = { readonly members: ReadonlySet<string>; readonly invited: ReadonlySet<string> };

/** Faults that nobody needs to correct: the person is in, or asked, or stands in the list once more. */
const settled: readonly Fault[] = ['twice', 'already-member', 'already-invited'];

/** Whether a row can be sent once it is corrected. */
export function isToCorrect({ faults }: PreviewRow): boolean {
  return faults.some((fault) => !settled.includes(fault));
}

export const isReady = ({ faults }: PreviewRow): boolean => faults.length === 0;

/** The rows of a pasted list. */
export function writtenRows(list: string): WrittenRow[] {
  return entriesOf(list).map(({ written }) => ({ email: written, role: '', message: '' }));
}

export function previewOf(rows: readonly WrittenRow[], forAll: ForAll, roles: RoleWords, known: Known): PreviewRow[] {
  const seen = new Set<string>();
  return rows.map((from, index) => {
    const entry = entryOf(from.email);
    const role = from.role === '' ? forAll.role : (roles.keyOf(from.role) ?? '');
    const message = from.message || forAll.message;
    const faults = [
      addressFault(entry),
      roleFault(role, roles),
      messageFault(message),
      from.spilt && 'spilt',
      entry.address !== undefined && standing(entry.address),
    ].filter((fault): fault is Fault => typeof fault === 'string');
    // A row that will not be sent does not keep a later one from it.
    if (entry.address !== undefined && faults.length === 0) seen.add(entry.address);
    return { ...entry, id: String(index), from, role, message, faults };
  });

  function standing(address: string): Fault | undefined {
    if (seen.has(address)) return 'twice';
    if (known.members.has(address)) return 'already-member';
    return known.invited.has(address) ? 'already-invited' : undefined;
  }
}

function addressFault({ written, address }: Entry): Fault | undefined {
  if (address !== undefined) return undefined;
  return written === '' ? 'no-address' : 'invalid';
}

function roleFault(role: string, { mayGive }: RoleWords): Fault | undefined {
  if (role === '') return 'unknown-role';
  return mayGive(role) ? undefined : 'role-beyond';
}

function messageFault(message: string): Fault | undefined {
  const parsed = formats.message.safeParse(message);
  if (parsed.success) return undefined;
  return parsed.error.issues.some(({ code }) => code === 'too_big') ? 'message-long' : 'message-text';
}
