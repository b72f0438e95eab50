import { unaryLevel } from '../language/precedence.ts';
import type { Expression, ExpressionOf } from '../language/tree.ts';
import { cuts, on, put, type Edit, type Operator } from './operator.ts';

type Text = ExpressionOf<'string'>;

function quoted({ prefix, quote }: Text, raw: string): string {
  return `${prefix}${quote}${raw}${quote}`;
}

/** Ways to be wrong in a regular expression that still compile: what is written, and what stands instead. */
const slips: readonly (readonly [find: RegExp, replacement: string])[] = [
  [/^\(\?[a-z]+\)/, ''],
  [/^((?:\(\?[a-z]+\))?)\.\*/, '$1'],
  [/\.\*$/, ''],
  [/\[(?!\^)/, '[^'],
  [/\[\^/, '['],
  [/\]\*/, ']+'],
  [/\]\*/, ']'],
  [/\]\+/, ']*'],
  [/\^/, ''],
  [/\$$/, ''],
];

/** A character class and what it consists of: escapes, ranges, properties, characters. */
const characterClass = /(\[\^?)((?:[^\]\\]|\\\\.)+)\]/g;
const code = String.raw`\\\\x(?:[0-9a-fA-F]{2}|\{[0-9a-fA-F]+\})`;
const member = new RegExp(String.raw`(?:${code}|\\\\[pP]\{\w+\}|\\\\.|[^\\])(?:-(?:${code}|\\\\.|[^\\]))?`, 'g');
/** A range of characters that are written by their codes. */
const range = new RegExp(`^(${code})-(${code})$`);

function slipsOf(raw: string): string[] {
  const smaller = [...raw.matchAll(characterClass)].flatMap((found) => {
    const [whole, open = '', inside = ''] = found;
    const members: readonly string[] = inside.match(member) ?? [];
    const without = members.length < 2 ? [] : members.map((_, index) => members.toSpliced(index, 1));
    const narrower = members.flatMap((each, index) => narrowed(each).map((less) => members.with(index, less)));
    return [...without, ...narrower].map(
      (rest) => `${raw.slice(0, found.index)}${open}${rest.join('')}]${raw.slice(found.index + whole.length)}`,
    );
  });
  return [...smaller, ...slips.map(([find, replacement]) => raw.replace(find, replacement))].filter(
    (made) => made !== raw,
  );
}

/** A range without its first character, and without its last. */
function narrowed(each: string): string[] {
  const [, first, last] = range.exec(each) ?? [];
  if (first === undefined || last === undefined) return [];
  return [`${moved(first, 1)}-${last}`, `${first}-${moved(last, -1)}`];
}

/** The code of a character some places further, written as it was. */
function moved(written: string, by: number): string {
  return written.replace(/[0-9a-fA-F]+(?=\}?$)/, (digits) =>
    (Number.parseInt(digits, 16) + by).toString(16).padStart(digits.length, '0'),
  );
}

function isPattern(node: Expression, call: ExpressionOf<'call'>): boolean {
  return (
    call.callee.kind === 'member' && ['matches', 'split', 'replace'].includes(call.callee.name) && call.args[0] === node
  );
}

function neighbours(node: ExpressionOf<'number'>): Edit[] {
  const value = Number(node.text);
  return [value + 1, value - 1].map((next) =>
    put(node, String(next), next < 0 ? unaryLevel : Number.POSITIVE_INFINITY),
  );
}

export const literals: readonly Operator[] = [
  {
    name: 'number',
    does: 'changes a number by one, up and down',
    edits: on('number', neighbours),
  },
  {
    name: 'string',
    does: 'changes a string that stands alone (those in lists are left out or added)',
    edits: on('string', (node, { ancestors }) => {
      const parent = ancestors.at(-1);
      if (parent?.kind === 'list' || (parent?.kind === 'call' && isPattern(node, parent))) return [];
      return [{ ...node.at, text: quoted(node, `${node.raw}-`) }];
    }),
  },
  {
    name: 'pattern',
    does: 'changes a regular expression: its flags, its ends, a member or the end of a range in a class of characters',
    edits: on('string', (node, { ancestors }) => {
      const call = ancestors.at(-1);
      if (call?.kind !== 'call' || !isPattern(node, call)) return [];
      return [...new Set(slipsOf(node.raw))].map((raw) => ({ ...node.at, text: quoted(node, raw) }));
    }),
  },
  {
    name: 'boolean',
    does: 'writes `false` for `true`, and the reverse',
    edits: on('boolean', (node) => [{ ...node.at, text: String(!node.value) }]),
  },
  {
    name: 'null',
    does: 'writes `false` for `null`',
    edits: on('null', (node) => [{ ...node.at, text: 'false' }]),
  },
  {
    name: 'shorten-list',
    does: 'leaves out one element of a list: a role, a status, a key',
    edits: on('list', (node) => cuts(node.items)),
  },
  {
    name: 'lengthen-list',
    does: 'adds to a list one of the words that lists like it hold elsewhere',
    edits: on('list', (node, _, subject) =>
      subject.missingFrom(node).map((word) => {
        const at = node.items.at(-1)?.outer.to ?? node.at.from + 1;
        return { from: at, to: at, text: `${node.items.length > 0 ? ', ' : ''}${word}` };
      }),
    ),
  },
];
