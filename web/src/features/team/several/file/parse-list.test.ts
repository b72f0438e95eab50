import { describe, expect, test } from 'vitest';
import { parseList, rowsAtMost } from './parse-list.ts';

/** Rows as `number email|role|message`, or the problem. */
function read(text: string) {
  const list = parseList(text);
  if ('problem' in list) return list;
  return list.rows.map(({ number, email, role, message, spilt }) => {
    return `${number} ${email}|${role}|${message}${spilt ? ' spilt' : ''}`;
  });
}

describe('a list in a file', () => {
  test.each([
    ['commas', 'email,role,message\na@x.com,member,Hi\n'],
    ['semicolons, and commas in the words', 'email;role;message\na@x.com;member;Hi\n'],
    ['tabs', 'email\trole\tmessage\na@x.com\tmember\tHi\n'],
    ['bars', 'email|role|message\na@x.com|member|Hi'],
    ['headings of other spelling and order', 'Role ;MESSAGE:; E-Mail\nmember;Hi;a@x.com'],
    ['headings in quotation marks', '"Mail Address","role","Note"\r\n"a@x.com","member","Hi"\r\n'],
    ['line ends of an old Mac', 'email,role,message\ra@x.com,member,Hi\r'],
    ['mixed line ends', 'email,role,message\r\na@x.com,member,Hi\n'],
    ['blanks around, seen and unseen', ' email , role , message \n\u00a0a@x.com\u200b , member , Hi '],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual(['2 a@x.com|member|Hi']);
  });

  test('has separators and line ends in quotation marks', () => {
    expect(read('email,message\n"Lee, Ann <a@x.com>","Dear ""Ann"",\nhello"\nb@x.com,;')).toEqual([
      '2 Lee, Ann <a@x.com>||Dear "Ann",\nhello',
      '3 b@x.com||;',
    ]);
    expect(read('email;message\na@x.com;Hi, you, and you\nb@x.com;One, two')).toEqual([
      '2 a@x.com||Hi, you, and you',
      '3 b@x.com||One, two',
    ]);
  });

  test('numbers its rows as a spreadsheet does: headings and empty rows count', () => {
    expect(read('\n\nemail,role\n\na@x.com,\n,,\nb@x.com,viewer')).toEqual(['5 a@x.com||', '7 b@x.com|viewer|']);
    expect(read('sep=;\nemail;role\na@x.com;viewer')).toEqual(['3 a@x.com|viewer|']);
  });

  test('names the columns that it leaves aside, and takes the first of two for addresses', () => {
    const list = parseList('Name,Email,Phone,Mail,\nAnn,a@x.com,1,b@x.com,');
    expect(list).toMatchObject({ unused: ['Name', 'Phone', 'Mail'], rows: [{ email: 'a@x.com' }] });
  });

  test('needs no headings when addresses are all that it has', () => {
    expect(read('a@x.com\nb@x.com\n')).toEqual(['1 a@x.com||', '2 b@x.com||']);
    expect(read('a@x.com,\nnobody,\n')).toEqual(['1 a@x.com||', '2 nobody||']);
    expect(read('Contacts\na@x.com')).toEqual(['1 Contacts||', '2 a@x.com||']);
    expect(read('email\na@x.com')).toEqual(['2 a@x.com||']);
  });

  test('says which rows have more cells than headings', () => {
    expect(read('email,message\na@x.com,Hi, Ann\nb@x.com,Hi,,')).toEqual(['2 a@x.com||Hi spilt', '3 b@x.com||Hi']);
    expect(read('email,role,message\na@x.com')).toEqual(['2 a@x.com||']);
  });

  test('keeps what an apostrophe keeps from being a formula, without it', () => {
    expect(read("email,message\n'+a@x.com,'=1+1\n'b@x.com,'Hi'")).toEqual(['2 +a@x.com||=1+1', "3 'b@x.com||'Hi'"]);
  });

  test.each([
    ['several columns without headings', 'a@x.com,Ann\nb@x.com,Bob', { problem: 'headings' }],
    ['no column for addresses', 'Name;Phone\nAnn;1', { problem: 'no-addresses', headings: ['Name', 'Phone'] }],
    ['one column without any address', 'Ann\nBob', { problem: 'no-addresses', headings: ['Ann'] }],
    ['a quotation mark that is not closed', 'email,message\na@x.com,"Hi\nb@x.com,Hi', { problem: 'quotes', row: 2 }],
    ['a quotation mark within words', 'email,message\na@x.com,"Hi" you\nb@x.com,Hi', { problem: 'quotes', row: 2 }],
  ])('with %s is refused with what to do', (_, text, problem) => {
    expect(read(text)).toEqual(problem);
  });

  test('ends at 5,000 rows, and is not read far beyond', () => {
    const rows = (count: number) => `email\n${Array.from({ length: count }, (_, n) => `p${n}@x.com`).join('\n')}`;
    expect(read(rows(rowsAtMost))).toHaveLength(rowsAtMost);
    expect(read(rows(rowsAtMost + 1))).toEqual({ problem: 'too-many' });
    const started = performance.now();
    expect(read(rows(500_000))).toEqual({ problem: 'too-many' });
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
