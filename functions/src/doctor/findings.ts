import { isDeepStrictEqual } from 'node:util';

/** What is wrong, by ids alone: with what, what is there, what ought to be, and what to do about it. */
export type Fault = {
  readonly about: string;
  readonly is: string;
  readonly shouldBe: string;
  readonly remedy: string;
};

/** So many of one check in one business are kept and told; the others are counted. */
const keptAtMost = 50;

/** What one look at the data came to. */
export class Findings {
  #looked = 0;
  #beyond = 0;
  readonly #faults: Fault[] = [];

  /** How many things were looked at. */
  get looked(): number {
    return this.#looked;
  }

  /** How many of what was compared was wrong. */
  get wrong(): number {
    return this.#faults.length + this.#beyond;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** Those that are counted and not kept. */
  get beyond(): number {
    return this.#beyond;
  }

  lookAt(count = 1): void {
    this.#looked += count;
  }

  add(fault: Fault): void {
    if (this.#faults.length < keptAtMost) this.#faults.push(fault);
    else this.#beyond += 1;
  }

  /**
   * Notes a fault unless two values are the same. Both are told, of maps the fields that differ: numbers, statuses and ids, and nothing that
   * people typed.
   */
  expect(about: string, is: unknown, shouldBe: unknown, remedy: string): void {
    if (isDeepStrictEqual(is, shouldBe)) return;
    const [one, other] = isMap(is) && isMap(shouldBe) ? differing(is, shouldBe) : [is, shouldBe];
    this.add({ about, is: inWords(one), shouldBe: inWords(other), remedy });
  }

  /** Those of a second look that the first one found too: what was being changed meanwhile is right by then. */
  confirmedBy(second: Findings): Findings {
    const known = new Set(this.#faults.map(({ about }) => about));
    const both = new Findings();
    both.lookAt(second.looked);
    for (const fault of second.#faults) if (known.has(fault.about)) both.add(fault);
    both.#beyond += Math.min(this.#beyond, second.#beyond);
    return both;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of two maps the fields that differ. */
function differing(one: Fields, other: Fields): [Fields, Fields] {
  const keys = Object.keys({ ...one, ...other }).filter((key) => !isDeepStrictEqual(one[key], other[key]));
  const only = (of: Fields): Fields => Object.fromEntries(keys.flatMap((key) => (key in of ? [[key, of[key]]] : [])));
  return [only(one), only(other)];
}

function inWords(value: unknown): string {
  return value === undefined ? 'absent' : typeof value === 'string' ? value : JSON.stringify(value);
}
