const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Ten characters: 62^10 ids, and 38 of them with roles fit into a person's claims. */
export const tenantIdPattern = /^[0-9A-Za-z]{10}$/;

/** A new random tenant id. */
export function newTenantId(): string {
  let id = '';
  while (id.length < 10) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      // 248 is the largest multiple of 62 in a byte: taking more would favour the first characters.
      if (byte < 248 && id.length < 10) id += alphabet[byte % 62];
    }
  }
  return id;
}

/** The id that lies so far among all ids in order: from 0, the first of them, up to 1. Somebody may have it or not. */
export function tenantIdAt(share: number): string {
  let left = share;
  return Array.from({ length: 10 }, () => {
    left *= alphabet.length;
    const place = Math.min(Math.floor(left), alphabet.length - 1);
    left -= place;
    return alphabet[place];
  }).join('');
}
