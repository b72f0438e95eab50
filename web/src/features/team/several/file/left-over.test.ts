import { expect, test } from 'vitest';
import { leftOverText } from './left-over.ts';
import { parseList } from './parse-list.ts';

test('what was not sent is a file without formulas, which is read in again as it was', () => {
  const rows = [
    { email: '+a@x.com', role: 'viewer', message: '=SUM(A1)\nand "more"', row: '2', problem: 'No role of this name' },
    { email: 'Lee, Ann <b@x.com>', role: 'Packers', message: '', row: '3', problem: 'Not sent' },
  ];
  const text = leftOverText(rows);
  expect(text).toContain(`"'+a@x.com",viewer,"'=SUM(A1)\nand ""more""",2,No role of this name\r\n`);
  expect(parseList(text)).toEqual({
    rows: rows.map(({ email, role, message }, index) => ({ number: index + 2, email, role, message })),
    unused: ['row', 'problem'],
  });
});
