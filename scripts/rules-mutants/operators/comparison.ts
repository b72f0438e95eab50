import type { BinaryOperator } from '../language/tree.ts';
import { on, type Operator } from './operator.ts';

const numbers: readonly BinaryOperator[] = ['>=', '<='];

/** What each comparison could have been: its opposite, and its neighbour at the edge. */
const others = {
  '==': ['!='],
  '!=': ['=='],
  '<': ['<=', '>=', '>'],
  '<=': ['<', '>', '=='],
  '>': ['>=', '<=', '<'],
  '>=': ['>', '<', '=='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  in: [],
} as const satisfies Record<BinaryOperator, readonly BinaryOperator[]>;

/** Types that let in what the named one does not, or the reverse. */
const otherTypes: Readonly<Record<string, readonly string[]>> = {
  int: ['number', 'float'],
  float: ['number', 'int'],
  number: ['int', 'float'],
  string: ['bytes', 'list'],
  bytes: ['string'],
  list: ['set', 'map'],
  set: ['list'],
  map: ['list'],
  bool: ['string'],
  timestamp: ['duration', 'int'],
  duration: ['timestamp'],
  path: ['string'],
  latlng: ['map'],
};

export const comparison: readonly Operator[] = [
  {
    name: 'comparison',
    does: 'writes another comparison or sum: `>=` for `>`, `!=` for `==`, `-` for `+`',
    edits: on('binary', (node) => {
      const counts = node.operator === '==' && [node.left, node.right].some(({ kind }) => kind === 'number');
      const operators: readonly BinaryOperator[] = [...others[node.operator], ...(counts ? numbers : [])];
      return operators.map((operator) => ({
        from: node.left.outer.to,
        to: node.right.outer.from,
        text: ` ${operator} `,
      }));
    }),
  },
  {
    name: 'type',
    does: 'asks for another type: `is number` for `is int`',
    edits: on('is', (node) =>
      (otherTypes[node.type] ?? []).map((type) => ({
        from: node.operand.outer.to,
        to: node.at.to,
        text: ` is ${type}`,
      })),
    ),
  },
];
