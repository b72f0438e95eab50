import { expect, test } from 'vitest';
import { bytesAtMost, readListFile } from './read-list-file.ts';

const text = 'email,role,phone\na@x.com,viewer,1\n';

test('a file is its rows, what was left aside, and whether its letters were guessed', async () => {
  const rows = [{ number: 2, email: 'a@x.com', role: 'viewer', message: '' }];
  const list = { name: 'guests.csv', rows, unused: ['phone'], guessed: false };
  expect(await readListFile(new File([text], 'guests.csv'))).toEqual(list);
  const western = Uint8Array.from([...new TextEncoder().encode(text), 0xfc]);
  expect(await readListFile(new File([western], 'guests.csv'))).toMatchObject({ guessed: true });
});

test('a file that is too large is refused before it is read', async () => {
  const file = new File([text], 'guests.csv');
  Object.defineProperty(file, 'size', { value: bytesAtMost + 1, configurable: true });
  file.arrayBuffer = () => Promise.reject(new Error('This was read.'));
  expect(await readListFile(file)).toEqual({ problem: 'too-large' });
  Object.defineProperty(file, 'size', { value: bytesAtMost });
  expect(await readListFile(file)).toEqual({ problem: 'unread' });
});

test('a file that has gone, is no text or holds nothing says so', async () => {
  expect(await readListFile(new File([Uint8Array.of(0x50, 0x4b, 3, 4)], 'a.csv'))).toEqual({ problem: 'workbook' });
  expect(await readListFile(new File([' \n'], 'a.csv'))).toEqual({ problem: 'empty' });
  expect(await readListFile(new File(['Ann\nBob'], 'a.csv'))).toEqual({ problem: 'no-addresses', headings: ['Ann'] });
});
