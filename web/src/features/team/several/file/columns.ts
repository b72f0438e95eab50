/** What a column can be for. Others are left aside. */
const meanings = {
  email: ['email', 'mail', 'emailaddress', 'mailaddress'],
  role: ['role'],
  message: ['message', 'note', 'words'],
} as const;
type Meaning = keyof typeof meanings;

/** Where each meaning stands, and the headings that have none. */
export type Columns = {
  readonly at: Readonly<Partial<Record<Meaning, number>>> & { readonly email: number };
  readonly unused: readonly string[];
  /** How many cells a row has; what stands beyond them belongs to no heading. */
  readonly width: number;
};

/** The columns of a row of headings; `undefined` when none of them is for addresses. */
export function columnsOf(headings: readonly string[]): Columns | undefined {
  const words = headings.map(bareWord);
  const find = (meaning: Meaning): number => words.findIndex((word) => isOneOf(meanings[meaning], word));
  const [email, role, message] = [find('email'), find('role'), find('message')];
  if (email < 0) return undefined;
  const at = { email, ...(role >= 0 && { role }), ...(message >= 0 && { message }) };
  const used = new Set(Object.values(at));
  const unused = headings.filter((heading, index) => heading.trim() !== '' && !used.has(index));
  return { at, unused, width: headings.length };
}

/** A heading without what programs put around and into it: `E-Mail:` and `email` are one. */
function bareWord(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const isOneOf = (words: readonly string[], word: string): boolean => words.includes(word);
