const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Ids that look like Stripe's and are the same in every run: the place in the sequence, spread over the alphabet. */
export class Ids {
  issued: number;
  readonly #seed: number;

  constructor(seed = 1, issued = 0) {
    this.#seed = seed;
    this.issued = issued;
  }

  next(prefix: string, length = 16): string {
    this.issued += 1;
    let mixed = Math.imul(this.#seed ^ 0x9e37_79b9, this.issued ^ 0x85eb_ca6b) >>> 0;
    let noise = '';
    for (let index = 0; index < length - 5; index += 1) {
      mixed = (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d) + 0x6d2b_79f5) >>> 0;
      noise += digits[mixed % 62];
    }
    return `${prefix}_${noise}${this.#place()}`;
  }

  /** Five digits of the place: what makes the id the only one. */
  #place(): string {
    let rest = this.issued;
    let place = '';
    for (let index = 0; index < 5; index += 1) {
      place = `${digits[rest % 62]}${place}`;
      rest = Math.floor(rest / 62);
    }
    return place;
  }
}
