/** A text, and how its bytes were taken; or what the bytes are in place of one. */
export type Decoded = { readonly text: string; readonly encoding: Encoding } | NoText;
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
/** A spreadsheet's own file, anything else that is no text, or nothing. */
export type NoText = 'workbook' | 'binary' | 'empty';

/** How files begin that name their encoding. */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const satisfies readonly { bytes: readonly number[]; encoding: Encoding }[];

/** How the files of Excel, LibreOffice and Numbers begin: archives, and the compound files of old. */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** Characters that no text of people holds: a file with one is something else. */
const neverInText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffe\uffff]/;

/**
 * The text of a file. One that names no encoding and is no UTF-8 is what Excel writes in Western Europe, which nobody can
 * know: whoever shows it says so.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (workbooks.some((start) => beginsWith(bytes, start))) return 'workbook';
  const named = marks.find((mark) => beginsWith(bytes, mark.bytes))?.encoding ?? unmarkedUtf16(bytes);
  for (const encoding of named ? [named] : (['utf-8', 'windows-1252'] as const)) {
    const text = decodedAs(encoding, bytes);
    if (text === undefined) continue;
    if (neverInText.test(text)) return 'binary';
    return text.trim() === '' ? 'empty' : { text, encoding };
  }
  return 'binary';
}

/** The text without its mark, or `undefined` when the bytes are none in this encoding. */
function decodedAs(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 without a mark: of letters, digits and separators every other byte is zero. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const start = bytes.subarray(0, 1_000);
  const zeros = [0, 0];
  start.forEach((byte, index) => (zeros[index % 2] = (zeros[index % 2] ?? 0) + (byte === 0 ? 1 : 0)));
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length / 4 && even === 0) return 'utf-16le';
  return even > start.length / 4 && odd === 0 ? 'utf-16be' : undefined;
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
