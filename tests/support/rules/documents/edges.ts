import { double, type Value } from '../values.ts';

/** Values at the edges of a shape: those inside, and those outside. */
export type Edges = { readonly good: readonly Value[]; readonly bad: readonly Value[] };

const long = (length: number, letter = 'x'): string => letter.repeat(length);
const noText: readonly Value[] = [null, 5, true, ['x'], { x: 'x' }];
const blanks: readonly Value[] = ['', ' ', ' \n\t ', '\u3000', '\u00a0\u2003', '\ufeff'];
/** Each of ASCII but for tab and line break, which texts of several lines may hold. */
const controls = [...Array(32).keys(), 127]
  .map((code) => String.fromCodePoint(code))
  .filter((control) => control !== '\t' && control !== '\n')
  .flatMap((control) => [`a${control}b`, `a\nb${control}`]);
/** Each that breaks a line or turns the direction of what follows, and their neighbours, which do neither. */
const turns = [0x20_28, 0x20_29, 0x20_2a, 0x20_2b, 0x20_2c, 0x20_2d, 0x20_2e, 0x20_66, 0x20_67, 0x20_68, 0x20_69];
const noTurns = [0x20_27, 0x20_2f, 0x20_65, 0x20_6a];
const within = (code: number): string => `a${String.fromCodePoint(code)}b`;

/** One line of at most 120 characters that says something. */
export const name: Edges = {
  good: ['x', long(120), long(120, 'é'), 'Tee & Kännchen ☕', ' blank at an end ', ...noTurns.map(within)],
  bad: [
    ...blanks,
    long(121),
    long(121, 'é'),
    'two\nlines',
    'three\nshort\nlines',
    'a\tb',
    'a\n',
    '\na',
    ...controls,
    ...turns.map(within),
    ...noText,
  ],
};

/** Lines of at most 5,000 characters in all, or none. */
export const description: Edges = {
  good: ['', 'one\ntwo\tthree', ' ', ...turns.map(within), long(5_000), long(5_000, 'é')],
  bad: [long(5_001), ...controls, ...noText],
};

/** Lines of at most 5,000 characters that say something. */
export const note: Edges = {
  good: ['x', 'one\ntwo\tthree', ' x ', long(5_000), long(5_000, 'é')],
  bad: [...blanks, long(5_001), ...controls, ...noText],
};

/** Minor units, in whole numbers. */
export const amount: Edges = {
  good: [0, 1, 99_999_999],
  bad: [-1, -100, 100_000_000, 4.5, double(5), double(0), '5', null, true, [5], {}],
};

export const productStatus: Edges = {
  good: ['draft', 'published', 'archived'],
  bad: ['', 'Published', 'deleted', 'published ', null, 1, true, ['published'], { published: true }],
};
