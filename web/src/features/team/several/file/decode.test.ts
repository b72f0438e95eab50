import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';

const text = 'email,message\nann@x.com,Für Zoë\n';
const utf8 = new TextEncoder().encode(text);
const codes = Array.from(text, (_, index) => text.charCodeAt(index));
const utf16 = (bigEndian: boolean) =>
  Uint8Array.from(codes.flatMap((code) => (bigEndian ? [code >> 8, code % 256] : [code % 256, code >> 8])));
const latin = Uint8Array.from(codes);
const bytes = (...values: number[]) => Uint8Array.from(values);
const after = (mark: Uint8Array, rest: Uint8Array) => Uint8Array.from([...mark, ...rest]);

describe('the bytes of a file', () => {
  test.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with its mark', after(bytes(0xef, 0xbb, 0xbf), utf8), 'utf-8'],
    ['UTF-16 of Windows', after(bytes(0xff, 0xfe), utf16(false)), 'utf-16le'],
    ['UTF-16 the other way round', after(bytes(0xfe, 0xff), utf16(true)), 'utf-16be'],
    ['UTF-16 without its mark', utf16(false), 'utf-16le'],
    ['UTF-16 the other way round without its mark', utf16(true), 'utf-16be'],
    ['the letters of Western Europe', latin, 'windows-1252'],
  ])('are read as %s', (_, content, encoding) => {
    expect(decode(content)).toEqual({ text, encoding });
  });

  test.each([
    ['a workbook of today', bytes(0x50, 0x4b, 3, 4, 20, 0), 'workbook'],
    ['a workbook of old', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'workbook'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), 'binary'],
    ['half a sign of UTF-16', bytes(0xff, 0xfe, 0x41), 'binary'],
    ['zeros', new Uint8Array(64), 'binary'],
    ['nothing', bytes(), 'empty'],
    ['blanks', new TextEncoder().encode('\ufeff \r\n\n'), 'empty'],
  ])('are no text when they are %s', (_, content, answer) => {
    expect(decode(content)).toBe(answer);
  });
});
