/** Text as it is searched by its beginning: NFC, lower case, no blank ends. */
export function searchKeyOf(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** The end of the range of keys that begin with `beginning`: no text sorts after the last code point. */
export function searchKeyEnd(beginning: string): string {
  return `${beginning}\u{10ffff}`;
}
