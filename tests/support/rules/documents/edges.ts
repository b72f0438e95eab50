import { double, type Value } from '../values.ts';

/** Values at the edges of a shape: those inside, and those outside. */
export type Edges = { readonly good: readonly Value[]; readonly bad: readonly Value[] };

const long = (length: number, letter = 'x'): string => letter.repeat(length);
const noText: readonly Value[] = [null, 5, true, ['x'], { x: 'x' }];
const blanks: readonly Value[] = ['', ' ', ' \n\t ', '\u3000', '\u00a0\u2003'];
const controls = ['a\u0000b', 'a\u0008b', 'a\u000bb', 'a\u001bb', 'a\u001fb', 'a\u007fb', 'a\nb\u0000'];

/** One line of at most 120 characters that says something. */
export const name: Edges = {
  good: ['x', long(120), long(120, 'é'), 'Tee & Kännchen ☕', ' blank at an end '],
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
    ...noText,
  ],
};

/** Lines of at most 5,000 characters in all, or none. */
export const description: Edges = {
  good: ['', 'one\ntwo\tthree', ' ', long(5_000), long(5_000, 'é')],
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
